/** The pages and task forms of listings and sales. */
package mn.eland.sale.web;
