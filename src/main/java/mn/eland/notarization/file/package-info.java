/** The papers that an act needs: which, for how long each holds, what was presented, and what is missing or over. Below the acts. */
@org.springframework.modulith.NamedInterface("file")
package mn.eland.notarization.file;
