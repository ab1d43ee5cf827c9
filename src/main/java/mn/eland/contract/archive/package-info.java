/** Where files lie, for how long, and whether they still are what they were. Door for others: {@link mn.eland.contract.archive.Archive}. */
@org.springframework.modulith.NamedInterface("archive")
package mn.eland.contract.archive;
