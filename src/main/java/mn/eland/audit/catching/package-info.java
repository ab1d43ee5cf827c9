/** Sees what is done without its author's help: requests at the edge, events as they are published. */
package mn.eland.audit.catching;
