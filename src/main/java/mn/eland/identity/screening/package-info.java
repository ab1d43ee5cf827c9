/**
 * Lists of sanctions and of politically exposed people: those that compliance brings as files, and a service that knows the world's.
 * Doors: {@link mn.eland.identity.screening.WatchLists} for people, {@link mn.eland.identity.screening.Screening} for checks.
 */
@org.springframework.modulith.NamedInterface("screening")
package mn.eland.identity.screening;
