/** What {@code contract} asks of the modules above it. */
@org.springframework.modulith.NamedInterface("spi")
package mn.eland.contract.spi;
