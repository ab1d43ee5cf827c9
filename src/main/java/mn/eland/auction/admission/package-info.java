/** Who may bid for a lot: identity, eligibility, deposit, signals of fraud. Each admission is a case with money of its own. */
@org.springframework.modulith.NamedInterface("admission")
package mn.eland.auction.admission;
