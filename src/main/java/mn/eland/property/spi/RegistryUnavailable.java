package mn.eland.property.spi;

/** The register did not answer, or answered with an error of its own; the same question may be repeated. */
public final class RegistryUnavailable extends RuntimeException {
    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
