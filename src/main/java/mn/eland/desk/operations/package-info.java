/** Pages and calls for operators: steps that failed at an outside system, and having them tried again. */
package mn.eland.desk.operations;
