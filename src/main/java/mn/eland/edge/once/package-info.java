/** What must not happen twice: the first answer to a call or a form is kept and given again. */
package mn.eland.edge.once;
