/** What watches over a sale from outside its course: a freeze, a blow of fate, the overall deadline. */
package mn.eland.sale.watch;
