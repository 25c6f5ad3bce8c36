package main

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
	"github.com/zclconf/go-cty/cty/msgpack"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// newest makes the calls that only the newest CLIs make: functions, and actions without arguments. What an action reports is its own
// business; it must end with one completion.
func (p *provider) newest(schemas protoreflect.Message) error {
	functions, err := p.call("GetFunctions", nil)
	if err != nil {
		return err
	}
	if here, there := field(functions, "functions").Map().Len(), field(schemas, "functions").Map().Len(); here != there {
		return fmt.Errorf("GetFunctions has %d functions, the schema %d", here, there)
	}
	return each(field(schemas, "action_schemas").Map(), func(name string, schema protoreflect.Message) error {
		nothing, err := empty(field(schema, "schema").Message())
		if err != nil {
			return err
		}
		fields := map[string]interface{}{"action_type": name, "config": nothing}
		if _, err = p.call("ValidateActionConfig", fields); err != nil {
			return err
		}
		events, err := p.stream("InvokeAction", fields)
		if err != nil {
			return err
		}
		for i, event := range events {
			completed := event.Descriptor().Fields().ByName("completed")
			if event.Has(completed) != (i == len(events)-1) {
				return fmt.Errorf("InvokeAction %s: event %d of %d: %v", name, i+1, len(events), event.Interface())
			}
		}
		if len(events) == 0 {
			return fmt.Errorf("InvokeAction %s: no event", name)
		}
		return nil
	})
}

// function calls a function with texts, and reads its result by the type that it declares.
func (p *provider) function(schemas protoreflect.Message, name string, texts []string) error {
	var arguments [][]byte
	for _, text := range texts {
		raw, err := msgpack.Marshal(cty.StringVal(text), cty.String)
		if err != nil {
			return err
		}
		arguments = append(arguments, raw)
	}
	answer, err := p.call("CallFunction", map[string]interface{}{"name": name, "arguments": arguments})
	if err != nil {
		return err
	}
	if failed := answer.Descriptor().Fields().ByName("error"); answer.Has(failed) {
		return fmt.Errorf("CallFunction %s: %v", name, answer.Get(failed))
	}
	declared := field(schemas, "functions").Map().Get(protoreflect.ValueOfString(name).MapKey()).Message()
	typed, err := ctyjson.UnmarshalType(field(field(declared, "return").Message(), "type").Bytes())
	if err != nil {
		return err
	}
	result, err := value(answer, "result", typed)
	if err != nil {
		return err
	}
	if !result.IsWhollyKnown() || result.IsNull() {
		return fmt.Errorf("CallFunction %s: got %#v", name, result)
	}
	fmt.Printf("ok: %s, read by go-cty\n", name)
	return nil
}

// found looks for a resource that was made: by its identity in the list of its kind, and as a configuration.
func (p *provider) found(schemas protoreflect.Message, typeName string, typed cty.Type, state []byte, read protoreflect.Message) error {
	answer, err := p.call("GetResourceIdentitySchemas", nil)
	if err != nil {
		return err
	}
	identities := field(answer, "identity_schemas").Map()
	declared := identities.Get(protoreflect.ValueOfString(typeName).MapKey()).Message()
	identityType, err := attributeTypes(field(declared, "identity_attributes").List())
	if err != nil {
		return err
	}
	identity, err := value(field(read, "new_identity").Message(), "identity_data", cty.Object(identityType))
	if err != nil {
		return err
	}
	generated, err := p.call("GenerateResourceConfig", map[string]interface{}{"type_name": typeName, "state": state})
	if err != nil {
		return err
	}
	if config, err := value(generated, "config", typed); err != nil || config.IsNull() {
		return fmt.Errorf("GenerateResourceConfig: got %#v, %v", config, err)
	}
	list := field(schemas, "list_resource_schemas").Map().Get(protoreflect.ValueOfString(typeName).MapKey()).Message()
	nothing, err := empty(list)
	if err != nil {
		return err
	}
	events, err := p.stream("ListResource", map[string]interface{}{
		"type_name": typeName, "config": nothing, "include_resource_object": true, "limit": int64(100)})
	if err != nil {
		return err
	}
	for _, event := range events {
		listed, err := value(field(event, "identity").Message(), "identity_data", cty.Object(identityType))
		if err != nil {
			return err
		}
		object, err := value(event, "resource_object", typed)
		if err != nil {
			return err
		}
		if listed.RawEquals(identity) && !object.IsNull() {
			fmt.Println("ok: found by its identity in the list of its kind")
			return nil
		}
	}
	return fmt.Errorf("ListResource: %#v is not in the list", identity)
}

// empty encodes a configuration without any argument.
func empty(schema protoreflect.Message) ([]byte, error) {
	typed, err := blockType(field(schema, "block").Message())
	if err != nil {
		return nil, err
	}
	return object(typed, nil, nil)
}

func each(entries protoreflect.Map, use func(name string, entry protoreflect.Message) error) error {
	var err error
	entries.Range(func(name protoreflect.MapKey, entry protoreflect.Value) bool {
		err = use(name.String(), entry.Message())
		return err == nil
	})
	return err
}
