/** The rhythm in which payment looks at bank, gateway and its own books. Nobody asks for it. */
package mn.eland.payment.watch;
