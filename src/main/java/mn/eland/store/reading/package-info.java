/** What a transaction has read already it need not ask for again. */
@org.springframework.modulith.NamedInterface("reading")
package mn.eland.store.reading;
