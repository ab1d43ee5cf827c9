/** Bidders compete for a lot; the hammer opens a sale. Bids never pass through the process engine: what decides them is {@code bidding}. */
@org.springframework.modulith.ApplicationModule(displayName = "Auction", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "identity",
        "identity::verification", "property", "audit::sealing", "payment", "sale", "sale::diligence"})
package mn.eland.auction;
