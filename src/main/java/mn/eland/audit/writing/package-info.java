/** A deed becomes a line, its personal parts under keys of the person, and the line goes into the transaction of the deed. */
package mn.eland.audit.writing;
