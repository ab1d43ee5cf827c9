/** People and companies: accounts and sign-in, roles, who they are, whether we may deal with them. Door: {@link mn.eland.identity.Parties}. */
@org.springframework.modulith.ApplicationModule(displayName = "Identity", allowedDependencies = {"workflow", "workflow::spi", "store::vault", "store::reading", "store::person"})
package mn.eland.identity;
