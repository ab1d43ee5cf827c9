/** In what capacity people act besides for themselves: as the executive of a company, as an agent with a licence. */
@org.springframework.modulith.NamedInterface("capacity")
package mn.eland.identity.capacity;
