/**
 * The rules of bidding, without a database and without a clock: the same entries in the same order give the same winner
 * everywhere. Written down in {@code docs/adr/0063-rules-of-bidding.md}.
 */
package mn.eland.auction.bidding;
