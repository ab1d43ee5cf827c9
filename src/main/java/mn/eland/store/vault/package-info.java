/**
 * Register numbers, numbers of identity papers, contact data and secrets at rest: sealed with AES-256-GCM, looked up by a blind
 * index. What belongs to one person stands under a key of that person, and becomes unreadable when the key is deleted.
 */
@org.springframework.modulith.NamedInterface("vault")
package mn.eland.store.vault;
