/** A refusal of the notary or the registrar that can be put right: which can, who brings what is missing, and until when. */
package mn.eland.sale.refusal;
