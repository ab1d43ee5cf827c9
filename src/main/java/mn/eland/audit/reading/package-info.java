/** Sealed records to search, with proofs and files for those who check them elsewhere. */
package mn.eland.audit.reading;
