/** What may stand in a log. */
package mn.eland.store.log;
