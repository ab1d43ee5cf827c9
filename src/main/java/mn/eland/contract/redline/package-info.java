/** What differs between two versions of a document, clause by clause and word by word. */
package mn.eland.contract.redline;
