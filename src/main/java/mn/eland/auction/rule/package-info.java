/** What the tables of auctions say. */
package mn.eland.auction.rule;
