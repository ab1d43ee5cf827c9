/**
 * The register of real estate agents of the Financial Regulatory Commission. No protocol of it is public: this is a plain one
 * ({@code GET /licences/{number}} with a key) behind which the contract's own is put. {@code eland.integration.frc.base-url}
 * switches simulator ↔ real.
 */
package mn.eland.integration.frc;
