package main

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
	"github.com/zclconf/go-cty/cty/msgpack"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// live makes the calls of a CLI: schema, configuration, functions and actions, then plan, apply, read and destroy of one resource.
func (p *provider) live(typeName string, given map[string]cty.Value, calls map[string][]string) error {
	schemas, err := p.call("GetProviderSchema", nil)
	if err != nil {
		return err
	}
	types := map[string]cty.Type{}
	for _, group := range []string{"resource_schemas", "data_source_schemas"} {
		field(schemas, group).Map().Range(func(name protoreflect.MapKey, schema protoreflect.Value) bool {
			types[group+"/"+name.String()], err = blockType(field(schema.Message(), "block").Message())
			return err == nil
		})
		if err != nil {
			return err
		}
	}
	fmt.Printf("ok: go-cty reads the types of %d schemas\n", len(types))
	ours, err := blockType(field(field(schemas, "provider").Message(), "block").Message())
	if err != nil {
		return err
	}
	nothing, err := object(ours, nil, nil)
	if err != nil {
		return err
	}
	if _, err = p.call("ValidateProviderConfig", map[string]interface{}{"config": nothing}); err != nil {
		return err
	}
	newRun := func() error {
		_, err := p.call("ConfigureProvider", map[string]interface{}{"config": nothing, "terraform_version": "1.11.4"})
		return err
	}
	if err = newRun(); err != nil {
		return err
	}
	if err = p.newest(schemas); err != nil {
		return err
	}
	for name, texts := range calls {
		if err = p.function(schemas, name, texts); err != nil {
			return err
		}
	}
	if len(given) == 0 {
		return nil
	}
	typed, known := types["resource_schemas/"+typeName]
	if !known {
		return fmt.Errorf("the provider has no resource type %s", typeName)
	}
	schema := field(schemas, "resource_schemas").Map().Get(protoreflect.ValueOfString(typeName).MapKey()).Message()
	return p.liveResource(schemas, typeName, typed, computedNames(field(schema, "block").Message()), given, newRun)
}

func (p *provider) liveResource(
	schemas protoreflect.Message, typeName string, typed cty.Type, computed map[string]bool, given map[string]cty.Value, newRun func() error) error {
	config, err := object(typed, given, nil)
	if err != nil {
		return err
	}
	proposed, err := object(typed, given, computed)
	if err != nil {
		return err
	}
	null, err := msgpack.Marshal(cty.NullVal(typed), typed)
	if err != nil {
		return err
	}
	if _, err = p.call("ValidateResourceConfig", map[string]interface{}{"type_name": typeName, "config": config}); err != nil {
		return err
	}
	plan, err := p.call("PlanResourceChange", map[string]interface{}{
		"type_name": typeName, "prior_state": null, "proposed_new_state": proposed, "config": config})
	if err != nil {
		return err
	}
	planned := field(field(plan, "planned_state").Message(), "msgpack").Bytes()
	applied, err := p.call("ApplyResourceChange", map[string]interface{}{
		"type_name": typeName, "prior_state": null, "planned_state": planned, "config": config,
		"planned_private": field(plan, "planned_private").Bytes()})
	if err != nil {
		return err
	}
	made, err := value(applied, "new_state", typed)
	if err != nil {
		return err
	}
	if !made.IsWhollyKnown() || made.IsNull() {
		return fmt.Errorf("ApplyResourceChange left something unknown: %#v", made)
	}
	state := field(field(applied, "new_state").Message(), "msgpack").Bytes()
	read, err := p.call("ReadResource", map[string]interface{}{
		"type_name": typeName, "current_state": state, "private": field(applied, "private").Bytes()})
	if err != nil {
		return err
	}
	refreshed, err := value(read, "new_state", typed)
	if err != nil {
		return err
	}
	if !refreshed.RawEquals(made) {
		return fmt.Errorf("ReadResource found %#v, made was %#v", refreshed, made)
	}
	if err := p.found(schemas, typeName, typed, state, read); err != nil {
		return err
	}
	// A CLI destroys in a run of its own; within one run, a destroy is half of a replacement.
	if err := newRun(); err != nil {
		return err
	}
	destroy, err := p.call("PlanResourceChange", map[string]interface{}{
		"type_name": typeName, "prior_state": state, "proposed_new_state": null, "config": null,
		"prior_private": field(read, "private").Bytes()})
	if err != nil {
		return err
	}
	destroyed, err := p.call("ApplyResourceChange", map[string]interface{}{
		"type_name": typeName, "prior_state": state, "planned_state": null, "config": null,
		"planned_private": field(destroy, "planned_private").Bytes()})
	if err != nil {
		return err
	}
	if gone, err := value(destroyed, "new_state", typed); err != nil || !gone.IsNull() {
		return fmt.Errorf("the resource is still there after it was destroyed: %#v, %v", gone, err)
	}
	fmt.Println("ok: made, read back and destroyed, each state read by go-cty")
	return nil
}

// object encodes the given attributes; each other one is unknown if it is named as such, and null if not.
func object(typed cty.Type, given map[string]cty.Value, unknown map[string]bool) ([]byte, error) {
	attributes := map[string]cty.Value{}
	for name, attributeType := range typed.AttributeTypes() {
		attributes[name] = cty.NullVal(attributeType)
		if unknown[name] {
			attributes[name] = cty.UnknownVal(attributeType)
		}
		if known, isGiven := given[name]; isGiven {
			attributes[name] = known
		}
	}
	return msgpack.Marshal(cty.ObjectVal(attributes), typed)
}

func computedNames(block protoreflect.Message) map[string]bool {
	found := map[string]bool{}
	attributes := field(block, "attributes").List()
	for i := 0; i < attributes.Len(); i++ {
		attribute := attributes.Get(i).Message()
		found[field(attribute, "name").String()] = field(attribute, "computed").Bool()
	}
	return found
}

func blockType(block protoreflect.Message) (cty.Type, error) {
	attributes, err := attributeTypes(field(block, "attributes").List())
	if err != nil {
		return cty.NilType, err
	}
	blocks := field(block, "block_types").List()
	for i := 0; i < blocks.Len(); i++ {
		nested := blocks.Get(i).Message()
		inner, err := blockType(field(nested, "block").Message())
		if err != nil {
			return cty.NilType, err
		}
		attributes[field(nested, "type_name").String()] = nesting(nested, inner)
	}
	return cty.Object(attributes), nil
}

func attributeTypes(list protoreflect.List) (map[string]cty.Type, error) {
	found := map[string]cty.Type{}
	for i := 0; i < list.Len(); i++ {
		attribute := list.Get(i).Message()
		name := field(attribute, "name").String()
		if raw := field(attribute, "type").Bytes(); len(raw) > 0 {
			typed, err := ctyjson.UnmarshalType(raw)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			found[name] = typed
			continue
		}
		nested := field(attribute, "nested_type").Message()
		inner, err := attributeTypes(field(nested, "attributes").List())
		if err != nil {
			return nil, err
		}
		found[name] = nesting(nested, cty.Object(inner))
	}
	return found, nil
}

func nesting(message protoreflect.Message, inner cty.Type) cty.Type {
	descriptor := message.Descriptor().Fields().ByName("nesting")
	switch descriptor.Enum().Values().ByNumber(message.Get(descriptor).Enum()).Name() {
	case "LIST":
		return cty.List(inner)
	case "SET":
		return cty.Set(inner)
	case "MAP":
		return cty.Map(inner)
	default:
		return inner
	}
}
