/** Signing in by a link in a letter. Door: {@link mn.eland.identity.link.SignInLinks}. */
@org.springframework.modulith.NamedInterface("link")
package mn.eland.identity.link;
