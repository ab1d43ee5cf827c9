/** What {@code notification} asks of the outside world. */
@org.springframework.modulith.NamedInterface("spi")
package mn.eland.notification.spi;
