/**
 * QPay, the payment network all banks' apps pay through: merchant interface version 2. {@code eland.integration.qpay.base-url}
 * switches between the simulator and {@code https://merchant.qpay.mn/v2}.
 */
package mn.eland.integration.qpay;
