/** What modules tell about a person who wants to know, to take along or to be forgotten. */
@org.springframework.modulith.NamedInterface("person")
package mn.eland.store.person;
