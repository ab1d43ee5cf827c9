/** Another price for a listing: within a margin at once, beyond it by a second agent (ADR 39); process "Change a price". */
package mn.eland.sale.pricing;
