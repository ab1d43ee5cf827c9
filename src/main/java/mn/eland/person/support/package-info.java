/** Helpers look into the file of a person who lets them, for a time, and the person sees who, when and why. Door: {@link mn.eland.person.support.SupportFiles}. */
@org.springframework.modulith.NamedInterface("support")
package mn.eland.person.support;
