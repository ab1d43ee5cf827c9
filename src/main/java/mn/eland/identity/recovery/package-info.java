/** How the house helps somebody who cannot get into the account any more, and shuts out who shall not. Doors: {@link mn.eland.identity.recovery.HelpDesk}, {@link mn.eland.identity.recovery.LostFactors}. */
@org.springframework.modulith.NamedInterface("recovery")
package mn.eland.identity.recovery;
