/** Lines get their order and become leaves of a tree (RFC 6962, section 2.1) with signed checkpoints. */
@org.springframework.modulith.NamedInterface("sealing")
package mn.eland.audit.sealing;
