// The least that a provider in Go can be: Debian's go-plugin and gRPC, and one resource that does nothing. There is no framework in it and no
// client of any API, so a real one in Go takes longer. `make bench` measures it beside ours. Its messages are put together by hand: numbers
// of fields are those of tfplugin6.proto.
package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strconv"
	"strings"

	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"
	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/encoding/proto"
	"google.golang.org/protobuf/encoding/protowire"
)

const service = "/tfplugin6.Provider/"

// Where the answer to a call has what its request has in another place: the new state is the one that was planned.
var echoes = map[string]protowire.Number{
	service + "PlanResourceChange":  3,
	service + "ApplyResourceChange": 3,
	service + "ReadResource":        2,
}

// The attributes of the resource, as many as rocketchat_room_owner has, since the time of a CLI grows with the size of an object.
const names = "id,room_id,room_name,user_id,username,invite_members,on_destroy,allow_ownerless,name"

func main() {
	plugin.Serve(&plugin.ServeConfig{
		HandshakeConfig: plugin.HandshakeConfig{
			ProtocolVersion:  5,
			MagicCookieKey:   "TF_PLUGIN_MAGIC_COOKIE",
			MagicCookieValue: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
		},
		VersionedPlugins: map[int]plugin.PluginSet{6: {"provider": provider{}}},
		GRPCServer: func(options []grpc.ServerOption) *grpc.Server {
			return grpc.NewServer(append(options, grpc.CustomCodec(codec{}), grpc.UnknownServiceHandler(handle))...)
		},
	})
}

type provider struct{ plugin.NetRPCUnsupportedPlugin }

func (provider) GRPCServer(*plugin.GRPCBroker, *grpc.Server) error { return nil }

func (provider) GRPCClient(context.Context, *plugin.GRPCBroker, *grpc.ClientConn) (interface{}, error) {
	return nil, errors.New("this is a provider")
}

func handle(_ interface{}, stream grpc.ServerStream) error {
	method, _ := grpc.MethodFromServerStream(stream)
	var request []byte
	if err := stream.RecvMsg(&request); err != nil {
		return err
	}
	return stream.SendMsg(answer(method, request))
}

func answer(method string, request []byte) []byte {
	switch number, isEcho := echoes[method]; {
	case isEcho:
		return part(1, field(request, number))
	case method == service+"GetProviderSchema":
		return schema()
	case method == service+"UpgradeResourceState":
		return part(1, part(2, field(field(request, 3), 1)))
	default:
		return nil
	}
}

func schema() []byte {
	const optional, schemaOptional, yes = 5, 2, 1
	var attributes []byte
	for _, name := range strings.Split(names, ",") {
		attributes = append(attributes, part(2, part(1, []byte(name)), part(2, []byte(`"string"`)), varint(optional, yes))...)
	}
	return bytes.Join([][]byte{
		part(1, part(2)),
		part(2, part(1, []byte("yardstick_thing")), part(2, part(2, attributes))),
		padding(),
		part(6, varint(schemaOptional, yes)),
	}, nil)
}

// padding is resources that nobody uses, whose descriptions make the schema as large as that of a provider with which it is compared.
func padding() []byte {
	const resources, attributes = 20, 10
	size, _ := strconv.Atoi(os.Getenv("YARDSTICK_SCHEMA_BYTES"))
	if size == 0 {
		return nil
	}
	description := bytes.Repeat([]byte("x"), size/(resources*attributes))
	var all []byte
	for i := 0; i < resources; i++ {
		var block []byte
		for j := 0; j < attributes; j++ {
			name := []byte("attribute" + strconv.Itoa(j))
			block = append(block, part(2, part(1, name), part(2, []byte(`"string"`)), part(3, description), varint(5, 1))...)
		}
		all = append(all, part(2, part(1, []byte("yardstick_padding"+strconv.Itoa(i))), part(2, part(2, block)))...)
	}
	return all
}

func part(number protowire.Number, content ...[]byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(nil, number, protowire.BytesType), bytes.Join(content, nil))
}

func varint(number protowire.Number, value uint64) []byte {
	return protowire.AppendVarint(protowire.AppendTag(nil, number, protowire.VarintType), value)
}

// field is the content of the first field with this number; nothing if there is none.
func field(message []byte, wanted protowire.Number) []byte {
	for len(message) > 0 {
		number, kind, length := protowire.ConsumeTag(message)
		if length < 0 {
			return nil
		}
		message = message[length:]
		if number == wanted && kind == protowire.BytesType {
			content, _ := protowire.ConsumeBytes(message)
			return content
		}
		if length = protowire.ConsumeFieldValue(number, kind, message); length < 0 {
			return nil
		}
		message = message[length:]
	}
	return nil
}

// codec hands the provider's own messages on as they are; go-plugin's are gRPC's to encode.
type codec struct{}

func (codec) Marshal(message interface{}) ([]byte, error) {
	if raw, isRaw := message.([]byte); isRaw {
		return raw, nil
	}
	return encoding.GetCodec(proto.Name).Marshal(message)
}

func (codec) Unmarshal(data []byte, message interface{}) error {
	if raw, isRaw := message.(*[]byte); isRaw {
		*raw = append([]byte(nil), data...)
		return nil
	}
	return encoding.GetCodec(proto.Name).Unmarshal(data, message)
}

func (codec) String() string { return proto.Name }
