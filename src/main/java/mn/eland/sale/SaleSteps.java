package mn.eland.sale;

import static mn.eland.sale.SaleVariables.answer;
import static mn.eland.sale.SaleVariables.sale;

import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.financing.FinancingVariables;
import mn.eland.sale.financing.Loans;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Sell a property" and those it calls in this module ask of us, in the order of the diagrams. */
@Configuration(proxyBeanMethods = false)
class SaleSteps {

    private static final long WHOLE = 100;

    @Bean
    JavaDelegate reserveProperty(SaleCourse course) {
        return step -> {
            if (!course.reserve(sale(step))) {
                throw new BpmnError("PropertyTaken");
            }
            answer(step, course.agreedMoney(sale(step)));
        };
    }

    @Bean
    JavaDelegate closeNegotiation(CallOff callOff) {
        return step -> callOff.closeNegotiation(sale(step), SaleVariables.END_CODE.get(step));
    }

    @Bean
    JavaDelegate stateBuyer(SaleCourse course) {
        return step -> course.stateBuyer(sale(step)).asFacts().answer(step);
    }

    @Bean
    JavaDelegate escalateReview(SaleCourse course) {
        return step -> course.escalateReview(sale(step), SaleVariables.APPROVER_GROUP.get(step));
    }

    @Bean
    JavaDelegate draftPreliminary(SaleCourse course) {
        return step -> {
            coverPayoff(step, course);
            answer(step, course.draftPreliminary(sale(step)));
        };
    }

    /** A price that does not pay the seller's bank cannot be carried out. */
    private static void coverPayoff(DelegateExecution step, SaleCourse course) {
        if (course.payoffExceedsPrice(sale(step))) {
            throw new BpmnError("PayoffNotCovered");
        }
    }

    @Bean
    JavaDelegate requestDeposit(SaleCourse course) {
        return step -> answer(step, course.requestMoney(sale(step), Purpose.DEPOSIT));
    }

    @Bean
    JavaDelegate openFinancing(SaleCourse course, Loans loans) {
        return step -> {
            FinancingVariables.LOAN_NEEDED.set(step, course.openFinancing(sale(step)));
            FinancingVariables.LOAN_UNTIL.set(step, loans.until(FinancingVariables.LOAN_WITHIN.get(step)));
        };
    }

    @Bean
    JavaDelegate draftSaleContract(SaleCourse course) {
        return step -> {
            answer(step, course.draftSaleContract(sale(step)));
            answer(step, course.agreedMoney(sale(step)));
        };
    }

    @Bean
    JavaDelegate requestBalance(SaleCourse course) {
        return step -> answer(step, course.requestMoney(sale(step), Purpose.BALANCE));
    }

    @Bean
    JavaDelegate bookNotary(SaleCourse course) {
        return step -> course.bookNotary(sale(step));
    }

    @Bean
    JavaDelegate stateSeller(SaleCourse course) {
        return step -> course.stateSeller(sale(step)).asFacts().answer(step);
    }

    @Bean
    JavaDelegate agreeSettlement(SaleCourse course) {
        return step -> {
            coverPayoff(step, course);
            SaleVariables.TAX.set(step,
                    course.agreeSettlement(sale(step), SaleVariables.TAX_RATE.get(step), SaleVariables.TAX_CODE.get(step)));
        };
    }

    @Bean
    JavaDelegate gatherPapers(SaleCourse course) {
        return step -> course.gatherPapers(sale(step), SaleVariables.NOTARY_NUMBER.get(step), SaleVariables.TAX_RECEIPT.get(step),
                SaleVariables.FEE_RECEIPT.get(step));
    }

    @Bean
    JavaDelegate earnPrice(SaleCourse course) {
        return step -> course.earnPrice(sale(step));
    }

    @Bean
    JavaDelegate urgeSeller(SaleCourse course) {
        return step -> course.urge(sale(step), true);
    }

    @Bean
    JavaDelegate urgeBuyer(SaleCourse course) {
        return step -> course.urge(sale(step), false);
    }

    @Bean
    JavaDelegate draftHandoverAct(SaleCourse course) {
        return step -> answer(step, course.draftHandoverAct(sale(step)));
    }

    @Bean
    JavaDelegate urgeParties(SaleCourse course) {
        return step -> course.urgeBoth(sale(step));
    }

    @Bean
    JavaDelegate prepareRelease(SaleCourse course) {
        return step -> answer(step, course.prepareRelease(sale(step)));
    }

    @Bean
    JavaDelegate completeSale(SaleCourse course) {
        return step -> course.complete(sale(step));
    }

    @Bean
    JavaDelegate assessFault(CallOff callOff) {
        return step -> answer(step, callOff.assessFault(sale(step), SaleVariables.END_CODE.get(step)));
    }

    /** The table leaves to the parties what they have agreed on. */
    @Bean
    JavaDelegate applyAgreedShares(CallOff callOff) {
        return step -> callOff.agreedShare(sale(step), SaleVariables.DEPOSIT_CODE.get(step)).ifPresent(sellerPct -> {
            SaleVariables.SELLER_PCT.set(step, sellerPct);
            SaleVariables.BUYER_PCT.set(step, WHOLE - sellerPct);
        });
    }

    @Bean
    JavaDelegate withdrawFiling(CallOff callOff) {
        return step -> callOff.withdrawFiling(sale(step));
    }

    @Bean
    JavaDelegate voidNotarialEntry(CallOff callOff) {
        return step -> callOff.voidNotarialEntry(sale(step));
    }

    @Bean
    JavaDelegate voidContracts(CallOff callOff) {
        return step -> callOff.voidContracts(sale(step));
    }

    @Bean
    JavaDelegate releaseProperty(CallOff callOff) {
        return step -> callOff.releaseProperty(sale(step), SaleVariables.DEPOSIT_CODE.get(step));
    }
}
