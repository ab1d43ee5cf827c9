/** From the seller's mandate to a listing on the market and off it again: process "List a property". */
package mn.eland.sale.listing;
