/** Electronic signatures: PAdES made and checked with EU DSS, the platform's own issuer of certificates. Inside the module only. */
package mn.eland.contract.signing;
