/** Pages and calls for those who keep the rules: holidays and parameters. */
package mn.eland.desk.rules;
