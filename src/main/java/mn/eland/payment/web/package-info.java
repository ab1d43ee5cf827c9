/** Pages, calls and task forms of payment. */
package mn.eland.payment.web;
