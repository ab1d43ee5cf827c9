/** Prints documents: template and facts in, PDF out. Inside the module only. */
package mn.eland.contract.print;
