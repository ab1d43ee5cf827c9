/** The balance is late: the extra period granted in writing (CC 225), and the late interest until it is paid (CC 232). */
package mn.eland.sale.arrears;
