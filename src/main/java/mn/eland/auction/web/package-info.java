/** Pages and calls of auctions. */
package mn.eland.auction.web;
