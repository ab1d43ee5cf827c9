/** Bidders compete for a lot. Bids never pass through the process engine: what decides them is {@code bidding}. */
@org.springframework.modulith.ApplicationModule(displayName = "Auction", allowedDependencies = {"workflow"})
package mn.eland.auction;
