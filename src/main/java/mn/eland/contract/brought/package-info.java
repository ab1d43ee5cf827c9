/** Papers that people bring to a case, beside those that are written here. */
@org.springframework.modulith.NamedInterface("brought")
package mn.eland.contract.brought;
