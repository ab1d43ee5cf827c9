package mn.eland.sale.financing;

import mn.eland.kernel.Money;
import mn.eland.property.PayoffLetter;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.diligence.Taxation;
import mn.eland.sale.papers.Division;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Divides the price of a sale by the tables, and says in time when it does not suffice. */
@Component
public class Divider {

    private final Payoffs payoffs;
    private final Taxation taxation;
    private final Workflow workflow;

    Divider(Payoffs payoffs, Taxation taxation, Workflow workflow) {
        this.payoffs = payoffs;
        this.taxation = taxation;
        this.workflow = workflow;
    }

    /** Fixes what each gets out of the price, the seller's bank too. */
    public Division agree(Deal deal, double taxRate) {
        return division(deal, taxRate, payoffs.agree(deal.sale(), deal.property().id()));
    }

    /** True when tax and fees do not leave enough of the price for the seller's bank. */
    public boolean isPayoffUncovered(Deal deal) {
        return payoffs.standing(deal.property().id()).map(PayoffLetter::amount)
                .filter(payoff -> !division(deal, taxation.of(deal).rate(), payoff).isCovered()).isPresent();
    }

    private Division division(Deal deal, double taxRate, Money payoff) {
        return Division.of(deal.price(), taxRate, taxation.saleVat(deal), deal.agent() != null, parameter("fee.broker.sale"), parameter("vat.rate"), payoff);
    }

    private String parameter(String key) {
        return workflow.parameter(key);
    }
}
