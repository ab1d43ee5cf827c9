package mn.eland.integration.xyp.simulator;

import java.util.Set;

/** A description of the sector with its operations and the shape all requests and answers share. */
final class Wsdl {

    private static final String HEAD = """
            <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" \
            xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="%1$s" targetNamespace="%1$s" name="%2$sService">
            """;
    private static final String SHARED = """
            <xs:complexType name="authorizationEntity"><xs:sequence>\
            <xs:element name="appAuthToken" type="xs:string" minOccurs="0"/><xs:element name="authAppName" type="xs:string" minOccurs="0"/>\
            <xs:element name="authType" type="xs:int" minOccurs="0"/><xs:element name="certFingerprint" type="xs:string" minOccurs="0"/>\
            <xs:element name="civilId" type="xs:string" minOccurs="0"/><xs:element name="fingerprint" type="xs:base64Binary" minOccurs="0"/>\
            <xs:element name="otp" type="xs:int"/><xs:element name="regnum" type="xs:string" minOccurs="0"/>\
            <xs:element name="signature" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
            <xs:complexType name="authorizationData"><xs:sequence>\
            <xs:element name="citizen" type="tns:authorizationEntity" minOccurs="0"/>\
            <xs:element name="operator" type="tns:authorizationEntity" minOccurs="0"/></xs:sequence></xs:complexType>
            <xs:complexType name="serviceRequest"><xs:sequence><xs:element name="auth" type="tns:authorizationData" minOccurs="0"/>\
            <xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/></xs:sequence></xs:complexType>
            <xs:complexType name="serviceResponse"><xs:sequence><xs:element name="request" type="tns:serviceRequest" minOccurs="0"/>\
            <xs:element name="requestId" type="xs:string" minOccurs="0"/><xs:element name="response" type="xs:anyType" minOccurs="0"/>\
            <xs:element name="resultCode" type="xs:int"/><xs:element name="resultMessage" type="xs:string" minOccurs="0"/>\
            </xs:sequence></xs:complexType>
            """;

    private Wsdl() {
    }

    static String of(String sector, Set<String> operations) {
        var space = "http://" + sector + ".xyp.gov.mn/";
        var types = new StringBuilder();
        var messages = new StringBuilder();
        var port = new StringBuilder();
        var binding = new StringBuilder();
        for (var name : operations) {
            types.append(element(name, "request", "serviceRequest")).append(element(name + "Response", "return", "serviceResponse"));
            messages.append(message(name)).append(message(name + "Response"));
            port.append("<wsdl:operation name=\"").append(name).append("\"><wsdl:input message=\"tns:").append(name)
                    .append("\"/><wsdl:output message=\"tns:").append(name).append("Response\"/></wsdl:operation>\n");
            binding.append("<wsdl:operation name=\"").append(name).append("\"><soap:operation soapAction=\"\" style=\"document\"/>")
                    .append("<wsdl:input><soap:body use=\"literal\"/></wsdl:input><wsdl:output><soap:body use=\"literal\"/></wsdl:output>")
                    .append("</wsdl:operation>\n");
        }
        return HEAD.formatted(space, sector) + "<wsdl:types><xs:schema targetNamespace=\"" + space + "\">\n" + SHARED + types
                + "</xs:schema></wsdl:types>\n" + messages + "<wsdl:portType name=\"" + sector + "\">\n" + port
                + "</wsdl:portType>\n<wsdl:binding name=\"" + sector + "Binding\" type=\"tns:" + sector
                + "\"><soap:binding style=\"document\" transport=\"http://schemas.xmlsoap.org/soap/http\"/>\n" + binding
                + "</wsdl:binding>\n</wsdl:definitions>";
    }

    private static String element(String name, String inner, String type) {
        return "<xs:element name=\"" + name + "\"><xs:complexType><xs:sequence><xs:element name=\"" + inner + "\" type=\"tns:" + type
                + "\" minOccurs=\"0\"/></xs:sequence></xs:complexType></xs:element>\n";
    }

    private static String message(String name) {
        return "<wsdl:message name=\"" + name + "\"><wsdl:part name=\"parameters\" element=\"tns:" + name + "\"/></wsdl:message>\n";
    }
}
