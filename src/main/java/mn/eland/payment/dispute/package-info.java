/** The disputed part of a case's money: taken out of the deal, kept, divided and paid. For the case whose parties dispute. */
@org.springframework.modulith.NamedInterface("dispute")
package mn.eland.payment.dispute;
