/** What {@code person} asks of the outside world, in its own words. */
@org.springframework.modulith.NamedInterface("spi")
package mn.eland.person.spi;
