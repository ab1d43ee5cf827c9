/** When and where the parties meet the notary: free slots, the one they took, moved or gave back, and the notary's day. Above the acts. */
@org.springframework.modulith.NamedInterface("session")
package mn.eland.notarization.session;
