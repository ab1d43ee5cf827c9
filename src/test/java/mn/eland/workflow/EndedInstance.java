package mn.eland.workflow;

import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** A process instance as the history knows it, so that assertions read alike while it runs and after its end. */
record EndedInstance(HistoricProcessInstance past) implements ProcessInstance {

    @Override
    public String getProcessDefinitionId() {
        return past.getProcessDefinitionId();
    }

    @Override
    public String getProcessDefinitionKey() {
        return past.getProcessDefinitionKey();
    }

    @Override
    public String getBusinessKey() {
        return past.getBusinessKey();
    }

    @Override
    public String getRootProcessInstanceId() {
        return past.getRootProcessInstanceId();
    }

    @Override
    public String getCaseInstanceId() {
        return null;
    }

    @Override
    public boolean isSuspended() {
        return false;
    }

    @Override
    public String getId() {
        return past.getId();
    }

    @Override
    public boolean isEnded() {
        return past.getEndTime() != null;
    }

    @Override
    public String getProcessInstanceId() {
        return past.getId();
    }

    @Override
    public String getTenantId() {
        return past.getTenantId();
    }
}
