/** Versions of the calls: which one answers, and what goes away when. */
@org.springframework.modulith.NamedInterface("version")
package mn.eland.edge.version;
