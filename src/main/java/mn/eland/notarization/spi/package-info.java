/** What {@code notarization} asks of the outside world, in its own words. */
@org.springframework.modulith.NamedInterface("spi")
package mn.eland.notarization.spi;
