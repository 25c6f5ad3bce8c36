package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/msgpack"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"
)

// provider makes the calls, with messages that are built from the descriptors when the program runs.
type provider struct {
	connection *grpc.ClientConn
	service    protoreflect.ServiceDescriptor
}

// codec carries dynamic messages, which this gRPC library knows nothing of.
type codec struct{}

func (codec) Marshal(message interface{}) ([]byte, error) {
	return proto.Marshal(message.(proto.Message))
}

func (codec) Unmarshal(bytes []byte, message interface{}) error {
	return proto.Unmarshal(bytes, message.(proto.Message))
}

func (codec) Name() string { return "proto" }

func newProvider(descriptors string, connection *grpc.ClientConn) (*provider, error) {
	bytes, err := os.ReadFile(descriptors)
	if err != nil {
		return nil, err
	}
	var set descriptorpb.FileDescriptorSet
	if err = proto.Unmarshal(bytes, &set); err != nil {
		return nil, err
	}
	files, err := protodesc.NewFiles(&set)
	if err != nil {
		return nil, err
	}
	service, err := files.FindDescriptorByName("tfplugin6.Provider")
	if err != nil {
		return nil, err
	}
	return &provider{connection, service.(protoreflect.ServiceDescriptor)}, nil
}

// call fills the request's fields (text, integer, encoded value) and makes the call. An error diagnostic is an error.
func (p *provider) call(name string, fields map[string]interface{}) (protoreflect.Message, error) {
	method, request, err := p.prepare(name, fields)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	response := dynamicpb.NewMessage(method.Output())
	if err := p.connection.Invoke(ctx, p.path(name), request, response, grpc.ForceCodec(codec{})); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if diagnostics := method.Output().Fields().ByName("diagnostics"); diagnostics != nil {
		const severe = 1
		list := response.Get(diagnostics).List()
		for i := 0; i < list.Len(); i++ {
			if diagnostic := list.Get(i).Message(); field(diagnostic, "severity").Enum() == severe {
				return nil, fmt.Errorf("%s: %v", name, diagnostic.Interface())
			}
		}
	}
	fmt.Printf("ok: %s\n", name)
	return response, nil
}

// stream makes a call that is answered by several messages.
func (p *provider) stream(name string, fields map[string]interface{}) ([]protoreflect.Message, error) {
	method, request, err := p.prepare(name, fields)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	call, err := p.connection.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true}, p.path(name), grpc.ForceCodec(codec{}))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err = call.SendMsg(request); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err = call.CloseSend(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var events []protoreflect.Message
	for {
		event := dynamicpb.NewMessage(method.Output())
		if err = call.RecvMsg(event); err == io.EOF {
			fmt.Printf("ok: %s, %d events\n", name, len(events))
			return events, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		events = append(events, event)
	}
}

// prepare finds a method and makes its request.
func (p *provider) prepare(name string, fields map[string]interface{}) (protoreflect.MethodDescriptor, protoreflect.ProtoMessage, error) {
	method := p.service.Methods().ByName(protoreflect.Name(name))
	request, err := fill(method, fields)
	return method, request, err
}

func (p *provider) path(name string) string {
	return fmt.Sprintf("/%s/%s", p.service.FullName(), name)
}

// fill makes a request: bytes become an encoded value where the field is one, and lists of bytes a list of them.
func fill(method protoreflect.MethodDescriptor, fields map[string]interface{}) (protoreflect.ProtoMessage, error) {
	request := dynamicpb.NewMessage(method.Input())
	for field, value := range fields {
		descriptor := method.Input().Fields().ByName(protoreflect.Name(field))
		if descriptor == nil {
			return nil, fmt.Errorf("%s: no field %s", method.Name(), field)
		}
		switch given := value.(type) {
		case [][]byte:
			list := request.Mutable(descriptor).List()
			for _, raw := range given {
				list.Append(protoreflect.ValueOfMessage(encoded(descriptor.Message(), raw)))
			}
		case []byte:
			if descriptor.Message() != nil {
				request.Set(descriptor, protoreflect.ValueOfMessage(encoded(descriptor.Message(), given)))
			} else {
				request.Set(descriptor, protoreflect.ValueOf(value))
			}
		default:
			request.Set(descriptor, protoreflect.ValueOf(value))
		}
	}
	return request, nil
}

func encoded(descriptor protoreflect.MessageDescriptor, raw []byte) protoreflect.Message {
	wrapper := dynamicpb.NewMessage(descriptor)
	wrapper.Set(descriptor.Fields().ByName("msgpack"), protoreflect.ValueOfBytes(raw))
	return wrapper
}

func field(message protoreflect.Message, name string) protoreflect.Value {
	return message.Get(message.Descriptor().Fields().ByName(protoreflect.Name(name)))
}

func value(message protoreflect.Message, name string, typed cty.Type) (cty.Value, error) {
	raw := field(field(message, name).Message(), "msgpack").Bytes()
	if len(raw) == 0 {
		return cty.NullVal(typed), nil
	}
	return msgpack.Unmarshal(raw, typed)
}
