// Made by `interpreter 2500`: an interpreter of a byte code with 2500 instructions.
#include "kernel.h"

enum { Cases = 2500, Length = 1500 };

typedef struct { u16 opcode; u8 a, b; u32 immediate; } Instruction;

static Instruction program[Length + 8];
static u32 r[16];
static u8 memory[4096];

static NOINLINE u64 interpret(i32 budget)
{
    const Instruction *at = program;
    u32 x = 1, y = 2, flag = 0;
    u64 acc = 0;
    while (budget-- > 0) {
        u32 a = at->a & 15, b = at->b & 15, k = at->immediate;
        switch (at->opcode) {
        case 0:
            r[a] += r[b] + 0u;
            break;
        case 1:
            x = x * 67191u + k;
            break;
        case 2:
            y ^= x >> 3;
            flag = y < 54689792u;
            break;
        case 3:
            r[a] = memory[(r[b] + 3) & 4095];
            break;
        case 4:
            memory[(x + k + 4) & 4095] = (u8)(r[a] + y);
            break;
        case 5:
            if (flag)
                at += 2 + 2;
            break;
        case 6:
            acc = acc * 15 + (x ^ r[b]);
            break;
        case 7:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 8:
            flag = (r[a] & 13353u) > (r[b] & 13353u);
            break;
        case 9:
            x = flag ? r[b] : x - 40271u;
            break;
        case 10:
            acc += (u64)r[a] * 8345u;
            y += (u32)(acc >> 32);
            break;
        case 11:
            r[b] -= x & 41940u;
            y += r[a];
            break;
        case 12:
            r[a] += r[b] + 10014u;
            break;
        case 13:
            x = x * 87219u + k;
            break;
        case 14:
            y ^= x >> 15;
            flag = y < 382828544u;
            break;
        case 15:
            r[a] = memory[(r[b] + 15) & 4095];
            break;
        case 16:
            memory[(x + k + 16) & 4095] = (u8)(r[a] + y);
            break;
        case 17:
            if (flag)
                at += 2 + 2;
            break;
        case 18:
            acc = acc * 39 + (x ^ r[b]);
            break;
        case 19:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 20:
            flag = (r[a] & 33381u) > (r[b] & 33381u);
            break;
        case 21:
            x = flag ? r[b] : x - 50285u;
            break;
        case 22:
            acc += (u64)r[a] * 18359u;
            y += (u32)(acc >> 32);
            break;
        case 23:
            r[b] -= x & 51954u;
            y += r[a];
            break;
        case 24:
            r[a] += r[b] + 20028u;
            break;
        case 25:
            x = x * 107247u + k;
            break;
        case 26:
            y ^= x >> 27;
            flag = y < 710967296u;
            break;
        case 27:
            r[a] = memory[(r[b] + 27) & 4095];
            break;
        case 28:
            memory[(x + k + 28) & 4095] = (u8)(r[a] + y);
            break;
        case 29:
            if (flag)
                at += 2 + 2;
            break;
        case 30:
            acc = acc * 63 + (x ^ r[b]);
            break;
        case 31:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 32:
            flag = (r[a] & 53409u) > (r[b] & 53409u);
            break;
        case 33:
            x = flag ? r[b] : x - 60299u;
            break;
        case 34:
            acc += (u64)r[a] * 28373u;
            y += (u32)(acc >> 32);
            break;
        case 35:
            r[b] -= x & 61968u;
            y += r[a];
            break;
        case 36:
            r[a] += r[b] + 30042u;
            break;
        case 37:
            x = x * 127275u + k;
            break;
        case 38:
            y ^= x >> 8;
            flag = y < 1039106048u;
            break;
        case 39:
            r[a] = memory[(r[b] + 39) & 4095];
            break;
        case 40:
            memory[(x + k + 40) & 4095] = (u8)(r[a] + y);
            break;
        case 41:
            if (flag)
                at += 2 + 2;
            break;
        case 42:
            acc = acc * 87 + (x ^ r[b]);
            break;
        case 43:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 44:
            flag = (r[a] & 73437u) > (r[b] & 73437u);
            break;
        case 45:
            x = flag ? r[b] : x - 4792u;
            break;
        case 46:
            acc += (u64)r[a] * 38387u;
            y += (u32)(acc >> 32);
            break;
        case 47:
            r[b] -= x & 6461u;
            y += r[a];
            break;
        case 48:
            r[a] += r[b] + 40056u;
            break;
        case 49:
            x = x * 16261u + k;
            break;
        case 50:
            y ^= x >> 20;
            flag = y < 1367244800u;
            break;
        case 51:
            r[a] = memory[(r[b] + 51) & 4095];
            break;
        case 52:
            memory[(x + k + 52) & 4095] = (u8)(r[a] + y);
            break;
        case 53:
            if (flag)
                at += 2 + 2;
            break;
        case 54:
            acc = acc * 111 + (x ^ r[b]);
            break;
        case 55:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 56:
            flag = (r[a] & 93465u) > (r[b] & 93465u);
            break;
        case 57:
            x = flag ? r[b] : x - 14806u;
            break;
        case 58:
            acc += (u64)r[a] * 48401u;
            y += (u32)(acc >> 32);
            break;
        case 59:
            r[b] -= x & 16475u;
            y += r[a];
            break;
        case 60:
            r[a] += r[b] + 50070u;
            break;
        case 61:
            x = x * 36289u + k;
            break;
        case 62:
            y ^= x >> 1;
            flag = y < 1695383552u;
            break;
        case 63:
            r[a] = memory[(r[b] + 63) & 4095];
            break;
        case 64:
            memory[(x + k + 64) & 4095] = (u8)(r[a] + y);
            break;
        case 65:
            if (flag)
                at += 2 + 2;
            break;
        case 66:
            acc = acc * 135 + (x ^ r[b]);
            break;
        case 67:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 68:
            flag = (r[a] & 113493u) > (r[b] & 113493u);
            break;
        case 69:
            x = flag ? r[b] : x - 24820u;
            break;
        case 70:
            acc += (u64)r[a] * 58415u;
            y += (u32)(acc >> 32);
            break;
        case 71:
            r[b] -= x & 26489u;
            y += r[a];
            break;
        case 72:
            r[a] += r[b] + 60084u;
            break;
        case 73:
            x = x * 56317u + k;
            break;
        case 74:
            y ^= x >> 13;
            flag = y < 2023522304u;
            break;
        case 75:
            r[a] = memory[(r[b] + 75) & 4095];
            break;
        case 76:
            memory[(x + k + 76) & 4095] = (u8)(r[a] + y);
            break;
        case 77:
            if (flag)
                at += 2 + 2;
            break;
        case 78:
            acc = acc * 159 + (x ^ r[b]);
            break;
        case 79:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 80:
            flag = (r[a] & 2479u) > (r[b] & 2479u);
            break;
        case 81:
            x = flag ? r[b] : x - 34834u;
            break;
        case 82:
            acc += (u64)r[a] * 2908u;
            y += (u32)(acc >> 32);
            break;
        case 83:
            r[b] -= x & 36503u;
            y += r[a];
            break;
        case 84:
            r[a] += r[b] + 4577u;
            break;
        case 85:
            x = x * 76345u + k;
            break;
        case 86:
            y ^= x >> 25;
            flag = y < 204668928u;
            break;
        case 87:
            r[a] = memory[(r[b] + 87) & 4095];
            break;
        case 88:
            memory[(x + k + 88) & 4095] = (u8)(r[a] + y);
            break;
        case 89:
            if (flag)
                at += 2 + 2;
            break;
        case 90:
            acc = acc * 183 + (x ^ r[b]);
            break;
        case 91:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 92:
            flag = (r[a] & 22507u) > (r[b] & 22507u);
            break;
        case 93:
            x = flag ? r[b] : x - 44848u;
            break;
        case 94:
            acc += (u64)r[a] * 12922u;
            y += (u32)(acc >> 32);
            break;
        case 95:
            r[b] -= x & 46517u;
            y += r[a];
            break;
        case 96:
            r[a] += r[b] + 14591u;
            break;
        case 97:
            x = x * 96373u + k;
            break;
        case 98:
            y ^= x >> 6;
            flag = y < 532807680u;
            break;
        case 99:
            r[a] = memory[(r[b] + 99) & 4095];
            break;
        case 100:
            memory[(x + k + 100) & 4095] = (u8)(r[a] + y);
            break;
        case 101:
            if (flag)
                at += 2 + 2;
            break;
        case 102:
            acc = acc * 207 + (x ^ r[b]);
            break;
        case 103:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 104:
            flag = (r[a] & 42535u) > (r[b] & 42535u);
            break;
        case 105:
            x = flag ? r[b] : x - 54862u;
            break;
        case 106:
            acc += (u64)r[a] * 22936u;
            y += (u32)(acc >> 32);
            break;
        case 107:
            r[b] -= x & 56531u;
            y += r[a];
            break;
        case 108:
            r[a] += r[b] + 24605u;
            break;
        case 109:
            x = x * 116401u + k;
            break;
        case 110:
            y ^= x >> 18;
            flag = y < 860946432u;
            break;
        case 111:
            r[a] = memory[(r[b] + 111) & 4095];
            break;
        case 112:
            memory[(x + k + 112) & 4095] = (u8)(r[a] + y);
            break;
        case 113:
            if (flag)
                at += 2 + 2;
            break;
        case 114:
            acc = acc * 231 + (x ^ r[b]);
            break;
        case 115:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 116:
            flag = (r[a] & 62563u) > (r[b] & 62563u);
            break;
        case 117:
            x = flag ? r[b] : x - 64876u;
            break;
        case 118:
            acc += (u64)r[a] * 32950u;
            y += (u32)(acc >> 32);
            break;
        case 119:
            r[b] -= x & 1024u;
            y += r[a];
            break;
        case 120:
            r[a] += r[b] + 34619u;
            break;
        case 121:
            x = x * 5387u + k;
            break;
        case 122:
            y ^= x >> 30;
            flag = y < 1189085184u;
            break;
        case 123:
            r[a] = memory[(r[b] + 123) & 4095];
            break;
        case 124:
            memory[(x + k + 124) & 4095] = (u8)(r[a] + y);
            break;
        case 125:
            if (flag)
                at += 2 + 2;
            break;
        case 126:
            acc = acc * 255 + (x ^ r[b]);
            break;
        case 127:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 128:
            flag = (r[a] & 82591u) > (r[b] & 82591u);
            break;
        case 129:
            x = flag ? r[b] : x - 9369u;
            break;
        case 130:
            acc += (u64)r[a] * 42964u;
            y += (u32)(acc >> 32);
            break;
        case 131:
            r[b] -= x & 11038u;
            y += r[a];
            break;
        case 132:
            r[a] += r[b] + 44633u;
            break;
        case 133:
            x = x * 25415u + k;
            break;
        case 134:
            y ^= x >> 11;
            flag = y < 1517223936u;
            break;
        case 135:
            r[a] = memory[(r[b] + 135) & 4095];
            break;
        case 136:
            memory[(x + k + 136) & 4095] = (u8)(r[a] + y);
            break;
        case 137:
            if (flag)
                at += 2 + 2;
            break;
        case 138:
            acc = acc * 279 + (x ^ r[b]);
            break;
        case 139:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 140:
            flag = (r[a] & 102619u) > (r[b] & 102619u);
            break;
        case 141:
            x = flag ? r[b] : x - 19383u;
            break;
        case 142:
            acc += (u64)r[a] * 52978u;
            y += (u32)(acc >> 32);
            break;
        case 143:
            r[b] -= x & 21052u;
            y += r[a];
            break;
        case 144:
            r[a] += r[b] + 54647u;
            break;
        case 145:
            x = x * 45443u + k;
            break;
        case 146:
            y ^= x >> 23;
            flag = y < 1845362688u;
            break;
        case 147:
            r[a] = memory[(r[b] + 147) & 4095];
            break;
        case 148:
            memory[(x + k + 148) & 4095] = (u8)(r[a] + y);
            break;
        case 149:
            if (flag)
                at += 2 + 2;
            break;
        case 150:
            acc = acc * 303 + (x ^ r[b]);
            break;
        case 151:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 152:
            flag = (r[a] & 122647u) > (r[b] & 122647u);
            break;
        case 153:
            x = flag ? r[b] : x - 29397u;
            break;
        case 154:
            acc += (u64)r[a] * 62992u;
            y += (u32)(acc >> 32);
            break;
        case 155:
            r[b] -= x & 31066u;
            y += r[a];
            break;
        case 156:
            r[a] += r[b] + 64661u;
            break;
        case 157:
            x = x * 65471u + k;
            break;
        case 158:
            y ^= x >> 4;
            flag = y < 26509312u;
            break;
        case 159:
            r[a] = memory[(r[b] + 159) & 4095];
            break;
        case 160:
            memory[(x + k + 160) & 4095] = (u8)(r[a] + y);
            break;
        case 161:
            if (flag)
                at += 2 + 2;
            break;
        case 162:
            acc = acc * 327 + (x ^ r[b]);
            break;
        case 163:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 164:
            flag = (r[a] & 11633u) > (r[b] & 11633u);
            break;
        case 165:
            x = flag ? r[b] : x - 39411u;
            break;
        case 166:
            acc += (u64)r[a] * 7485u;
            y += (u32)(acc >> 32);
            break;
        case 167:
            r[b] -= x & 41080u;
            y += r[a];
            break;
        case 168:
            r[a] += r[b] + 9154u;
            break;
        case 169:
            x = x * 85499u + k;
            break;
        case 170:
            y ^= x >> 16;
            flag = y < 354648064u;
            break;
        case 171:
            r[a] = memory[(r[b] + 171) & 4095];
            break;
        case 172:
            memory[(x + k + 172) & 4095] = (u8)(r[a] + y);
            break;
        case 173:
            if (flag)
                at += 2 + 2;
            break;
        case 174:
            acc = acc * 351 + (x ^ r[b]);
            break;
        case 175:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 176:
            flag = (r[a] & 31661u) > (r[b] & 31661u);
            break;
        case 177:
            x = flag ? r[b] : x - 49425u;
            break;
        case 178:
            acc += (u64)r[a] * 17499u;
            y += (u32)(acc >> 32);
            break;
        case 179:
            r[b] -= x & 51094u;
            y += r[a];
            break;
        case 180:
            r[a] += r[b] + 19168u;
            break;
        case 181:
            x = x * 105527u + k;
            break;
        case 182:
            y ^= x >> 28;
            flag = y < 682786816u;
            break;
        case 183:
            r[a] = memory[(r[b] + 183) & 4095];
            break;
        case 184:
            memory[(x + k + 184) & 4095] = (u8)(r[a] + y);
            break;
        case 185:
            if (flag)
                at += 2 + 2;
            break;
        case 186:
            acc = acc * 375 + (x ^ r[b]);
            break;
        case 187:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 188:
            flag = (r[a] & 51689u) > (r[b] & 51689u);
            break;
        case 189:
            x = flag ? r[b] : x - 59439u;
            break;
        case 190:
            acc += (u64)r[a] * 27513u;
            y += (u32)(acc >> 32);
            break;
        case 191:
            r[b] -= x & 61108u;
            y += r[a];
            break;
        case 192:
            r[a] += r[b] + 29182u;
            break;
        case 193:
            x = x * 125555u + k;
            break;
        case 194:
            y ^= x >> 9;
            flag = y < 1010925568u;
            break;
        case 195:
            r[a] = memory[(r[b] + 195) & 4095];
            break;
        case 196:
            memory[(x + k + 196) & 4095] = (u8)(r[a] + y);
            break;
        case 197:
            if (flag)
                at += 2 + 2;
            break;
        case 198:
            acc = acc * 399 + (x ^ r[b]);
            break;
        case 199:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 200:
            flag = (r[a] & 71717u) > (r[b] & 71717u);
            break;
        case 201:
            x = flag ? r[b] : x - 3932u;
            break;
        case 202:
            acc += (u64)r[a] * 37527u;
            y += (u32)(acc >> 32);
            break;
        case 203:
            r[b] -= x & 5601u;
            y += r[a];
            break;
        case 204:
            r[a] += r[b] + 39196u;
            break;
        case 205:
            x = x * 14541u + k;
            break;
        case 206:
            y ^= x >> 21;
            flag = y < 1339064320u;
            break;
        case 207:
            r[a] = memory[(r[b] + 207) & 4095];
            break;
        case 208:
            memory[(x + k + 208) & 4095] = (u8)(r[a] + y);
            break;
        case 209:
            if (flag)
                at += 2 + 2;
            break;
        case 210:
            acc = acc * 423 + (x ^ r[b]);
            break;
        case 211:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 212:
            flag = (r[a] & 91745u) > (r[b] & 91745u);
            break;
        case 213:
            x = flag ? r[b] : x - 13946u;
            break;
        case 214:
            acc += (u64)r[a] * 47541u;
            y += (u32)(acc >> 32);
            break;
        case 215:
            r[b] -= x & 15615u;
            y += r[a];
            break;
        case 216:
            r[a] += r[b] + 49210u;
            break;
        case 217:
            x = x * 34569u + k;
            break;
        case 218:
            y ^= x >> 2;
            flag = y < 1667203072u;
            break;
        case 219:
            r[a] = memory[(r[b] + 219) & 4095];
            break;
        case 220:
            memory[(x + k + 220) & 4095] = (u8)(r[a] + y);
            break;
        case 221:
            if (flag)
                at += 2 + 2;
            break;
        case 222:
            acc = acc * 447 + (x ^ r[b]);
            break;
        case 223:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 224:
            flag = (r[a] & 111773u) > (r[b] & 111773u);
            break;
        case 225:
            x = flag ? r[b] : x - 23960u;
            break;
        case 226:
            acc += (u64)r[a] * 57555u;
            y += (u32)(acc >> 32);
            break;
        case 227:
            r[b] -= x & 25629u;
            y += r[a];
            break;
        case 228:
            r[a] += r[b] + 59224u;
            break;
        case 229:
            x = x * 54597u + k;
            break;
        case 230:
            y ^= x >> 14;
            flag = y < 1995341824u;
            break;
        case 231:
            r[a] = memory[(r[b] + 231) & 4095];
            break;
        case 232:
            memory[(x + k + 232) & 4095] = (u8)(r[a] + y);
            break;
        case 233:
            if (flag)
                at += 2 + 2;
            break;
        case 234:
            acc = acc * 471 + (x ^ r[b]);
            break;
        case 235:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 236:
            flag = (r[a] & 759u) > (r[b] & 759u);
            break;
        case 237:
            x = flag ? r[b] : x - 33974u;
            break;
        case 238:
            acc += (u64)r[a] * 2048u;
            y += (u32)(acc >> 32);
            break;
        case 239:
            r[b] -= x & 35643u;
            y += r[a];
            break;
        case 240:
            r[a] += r[b] + 3717u;
            break;
        case 241:
            x = x * 74625u + k;
            break;
        case 242:
            y ^= x >> 26;
            flag = y < 176488448u;
            break;
        case 243:
            r[a] = memory[(r[b] + 243) & 4095];
            break;
        case 244:
            memory[(x + k + 244) & 4095] = (u8)(r[a] + y);
            break;
        case 245:
            if (flag)
                at += 2 + 2;
            break;
        case 246:
            acc = acc * 495 + (x ^ r[b]);
            break;
        case 247:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 248:
            flag = (r[a] & 20787u) > (r[b] & 20787u);
            break;
        case 249:
            x = flag ? r[b] : x - 43988u;
            break;
        case 250:
            acc += (u64)r[a] * 12062u;
            y += (u32)(acc >> 32);
            break;
        case 251:
            r[b] -= x & 45657u;
            y += r[a];
            break;
        case 252:
            r[a] += r[b] + 13731u;
            break;
        case 253:
            x = x * 94653u + k;
            break;
        case 254:
            y ^= x >> 7;
            flag = y < 504627200u;
            break;
        case 255:
            r[a] = memory[(r[b] + 255) & 4095];
            break;
        case 256:
            memory[(x + k + 256) & 4095] = (u8)(r[a] + y);
            break;
        case 257:
            if (flag)
                at += 2 + 2;
            break;
        case 258:
            acc = acc * 519 + (x ^ r[b]);
            break;
        case 259:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 260:
            flag = (r[a] & 40815u) > (r[b] & 40815u);
            break;
        case 261:
            x = flag ? r[b] : x - 54002u;
            break;
        case 262:
            acc += (u64)r[a] * 22076u;
            y += (u32)(acc >> 32);
            break;
        case 263:
            r[b] -= x & 55671u;
            y += r[a];
            break;
        case 264:
            r[a] += r[b] + 23745u;
            break;
        case 265:
            x = x * 114681u + k;
            break;
        case 266:
            y ^= x >> 19;
            flag = y < 832765952u;
            break;
        case 267:
            r[a] = memory[(r[b] + 267) & 4095];
            break;
        case 268:
            memory[(x + k + 268) & 4095] = (u8)(r[a] + y);
            break;
        case 269:
            if (flag)
                at += 2 + 2;
            break;
        case 270:
            acc = acc * 543 + (x ^ r[b]);
            break;
        case 271:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 272:
            flag = (r[a] & 60843u) > (r[b] & 60843u);
            break;
        case 273:
            x = flag ? r[b] : x - 64016u;
            break;
        case 274:
            acc += (u64)r[a] * 32090u;
            y += (u32)(acc >> 32);
            break;
        case 275:
            r[b] -= x & 164u;
            y += r[a];
            break;
        case 276:
            r[a] += r[b] + 33759u;
            break;
        case 277:
            x = x * 3667u + k;
            break;
        case 278:
            y ^= x >> 31;
            flag = y < 1160904704u;
            break;
        case 279:
            r[a] = memory[(r[b] + 279) & 4095];
            break;
        case 280:
            memory[(x + k + 280) & 4095] = (u8)(r[a] + y);
            break;
        case 281:
            if (flag)
                at += 2 + 2;
            break;
        case 282:
            acc = acc * 567 + (x ^ r[b]);
            break;
        case 283:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 284:
            flag = (r[a] & 80871u) > (r[b] & 80871u);
            break;
        case 285:
            x = flag ? r[b] : x - 8509u;
            break;
        case 286:
            acc += (u64)r[a] * 42104u;
            y += (u32)(acc >> 32);
            break;
        case 287:
            r[b] -= x & 10178u;
            y += r[a];
            break;
        case 288:
            r[a] += r[b] + 43773u;
            break;
        case 289:
            x = x * 23695u + k;
            break;
        case 290:
            y ^= x >> 12;
            flag = y < 1489043456u;
            break;
        case 291:
            r[a] = memory[(r[b] + 291) & 4095];
            break;
        case 292:
            memory[(x + k + 292) & 4095] = (u8)(r[a] + y);
            break;
        case 293:
            if (flag)
                at += 2 + 2;
            break;
        case 294:
            acc = acc * 591 + (x ^ r[b]);
            break;
        case 295:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 296:
            flag = (r[a] & 100899u) > (r[b] & 100899u);
            break;
        case 297:
            x = flag ? r[b] : x - 18523u;
            break;
        case 298:
            acc += (u64)r[a] * 52118u;
            y += (u32)(acc >> 32);
            break;
        case 299:
            r[b] -= x & 20192u;
            y += r[a];
            break;
        case 300:
            r[a] += r[b] + 53787u;
            break;
        case 301:
            x = x * 43723u + k;
            break;
        case 302:
            y ^= x >> 24;
            flag = y < 1817182208u;
            break;
        case 303:
            r[a] = memory[(r[b] + 303) & 4095];
            break;
        case 304:
            memory[(x + k + 304) & 4095] = (u8)(r[a] + y);
            break;
        case 305:
            if (flag)
                at += 2 + 2;
            break;
        case 306:
            acc = acc * 615 + (x ^ r[b]);
            break;
        case 307:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 308:
            flag = (r[a] & 120927u) > (r[b] & 120927u);
            break;
        case 309:
            x = flag ? r[b] : x - 28537u;
            break;
        case 310:
            acc += (u64)r[a] * 62132u;
            y += (u32)(acc >> 32);
            break;
        case 311:
            r[b] -= x & 30206u;
            y += r[a];
            break;
        case 312:
            r[a] += r[b] + 63801u;
            break;
        case 313:
            x = x * 63751u + k;
            break;
        case 314:
            y ^= x >> 5;
            flag = y < 2145320960u;
            break;
        case 315:
            r[a] = memory[(r[b] + 315) & 4095];
            break;
        case 316:
            memory[(x + k + 316) & 4095] = (u8)(r[a] + y);
            break;
        case 317:
            if (flag)
                at += 2 + 2;
            break;
        case 318:
            acc = acc * 639 + (x ^ r[b]);
            break;
        case 319:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 320:
            flag = (r[a] & 9913u) > (r[b] & 9913u);
            break;
        case 321:
            x = flag ? r[b] : x - 38551u;
            break;
        case 322:
            acc += (u64)r[a] * 6625u;
            y += (u32)(acc >> 32);
            break;
        case 323:
            r[b] -= x & 40220u;
            y += r[a];
            break;
        case 324:
            r[a] += r[b] + 8294u;
            break;
        case 325:
            x = x * 83779u + k;
            break;
        case 326:
            y ^= x >> 17;
            flag = y < 326467584u;
            break;
        case 327:
            r[a] = memory[(r[b] + 327) & 4095];
            break;
        case 328:
            memory[(x + k + 328) & 4095] = (u8)(r[a] + y);
            break;
        case 329:
            if (flag)
                at += 2 + 2;
            break;
        case 330:
            acc = acc * 663 + (x ^ r[b]);
            break;
        case 331:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 332:
            flag = (r[a] & 29941u) > (r[b] & 29941u);
            break;
        case 333:
            x = flag ? r[b] : x - 48565u;
            break;
        case 334:
            acc += (u64)r[a] * 16639u;
            y += (u32)(acc >> 32);
            break;
        case 335:
            r[b] -= x & 50234u;
            y += r[a];
            break;
        case 336:
            r[a] += r[b] + 18308u;
            break;
        case 337:
            x = x * 103807u + k;
            break;
        case 338:
            y ^= x >> 29;
            flag = y < 654606336u;
            break;
        case 339:
            r[a] = memory[(r[b] + 339) & 4095];
            break;
        case 340:
            memory[(x + k + 340) & 4095] = (u8)(r[a] + y);
            break;
        case 341:
            if (flag)
                at += 2 + 2;
            break;
        case 342:
            acc = acc * 687 + (x ^ r[b]);
            break;
        case 343:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 344:
            flag = (r[a] & 49969u) > (r[b] & 49969u);
            break;
        case 345:
            x = flag ? r[b] : x - 58579u;
            break;
        case 346:
            acc += (u64)r[a] * 26653u;
            y += (u32)(acc >> 32);
            break;
        case 347:
            r[b] -= x & 60248u;
            y += r[a];
            break;
        case 348:
            r[a] += r[b] + 28322u;
            break;
        case 349:
            x = x * 123835u + k;
            break;
        case 350:
            y ^= x >> 10;
            flag = y < 982745088u;
            break;
        case 351:
            r[a] = memory[(r[b] + 351) & 4095];
            break;
        case 352:
            memory[(x + k + 352) & 4095] = (u8)(r[a] + y);
            break;
        case 353:
            if (flag)
                at += 2 + 2;
            break;
        case 354:
            acc = acc * 711 + (x ^ r[b]);
            break;
        case 355:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 356:
            flag = (r[a] & 69997u) > (r[b] & 69997u);
            break;
        case 357:
            x = flag ? r[b] : x - 3072u;
            break;
        case 358:
            acc += (u64)r[a] * 36667u;
            y += (u32)(acc >> 32);
            break;
        case 359:
            r[b] -= x & 4741u;
            y += r[a];
            break;
        case 360:
            r[a] += r[b] + 38336u;
            break;
        case 361:
            x = x * 12821u + k;
            break;
        case 362:
            y ^= x >> 22;
            flag = y < 1310883840u;
            break;
        case 363:
            r[a] = memory[(r[b] + 363) & 4095];
            break;
        case 364:
            memory[(x + k + 364) & 4095] = (u8)(r[a] + y);
            break;
        case 365:
            if (flag)
                at += 2 + 2;
            break;
        case 366:
            acc = acc * 735 + (x ^ r[b]);
            break;
        case 367:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 368:
            flag = (r[a] & 90025u) > (r[b] & 90025u);
            break;
        case 369:
            x = flag ? r[b] : x - 13086u;
            break;
        case 370:
            acc += (u64)r[a] * 46681u;
            y += (u32)(acc >> 32);
            break;
        case 371:
            r[b] -= x & 14755u;
            y += r[a];
            break;
        case 372:
            r[a] += r[b] + 48350u;
            break;
        case 373:
            x = x * 32849u + k;
            break;
        case 374:
            y ^= x >> 3;
            flag = y < 1639022592u;
            break;
        case 375:
            r[a] = memory[(r[b] + 375) & 4095];
            break;
        case 376:
            memory[(x + k + 376) & 4095] = (u8)(r[a] + y);
            break;
        case 377:
            if (flag)
                at += 2 + 2;
            break;
        case 378:
            acc = acc * 759 + (x ^ r[b]);
            break;
        case 379:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 380:
            flag = (r[a] & 110053u) > (r[b] & 110053u);
            break;
        case 381:
            x = flag ? r[b] : x - 23100u;
            break;
        case 382:
            acc += (u64)r[a] * 56695u;
            y += (u32)(acc >> 32);
            break;
        case 383:
            r[b] -= x & 24769u;
            y += r[a];
            break;
        case 384:
            r[a] += r[b] + 58364u;
            break;
        case 385:
            x = x * 52877u + k;
            break;
        case 386:
            y ^= x >> 15;
            flag = y < 1967161344u;
            break;
        case 387:
            r[a] = memory[(r[b] + 387) & 4095];
            break;
        case 388:
            memory[(x + k + 388) & 4095] = (u8)(r[a] + y);
            break;
        case 389:
            if (flag)
                at += 2 + 2;
            break;
        case 390:
            acc = acc * 783 + (x ^ r[b]);
            break;
        case 391:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 392:
            flag = (r[a] & 130081u) > (r[b] & 130081u);
            break;
        case 393:
            x = flag ? r[b] : x - 33114u;
            break;
        case 394:
            acc += (u64)r[a] * 1188u;
            y += (u32)(acc >> 32);
            break;
        case 395:
            r[b] -= x & 34783u;
            y += r[a];
            break;
        case 396:
            r[a] += r[b] + 2857u;
            break;
        case 397:
            x = x * 72905u + k;
            break;
        case 398:
            y ^= x >> 27;
            flag = y < 148307968u;
            break;
        case 399:
            r[a] = memory[(r[b] + 399) & 4095];
            break;
        case 400:
            memory[(x + k + 400) & 4095] = (u8)(r[a] + y);
            break;
        case 401:
            if (flag)
                at += 2 + 2;
            break;
        case 402:
            acc = acc * 807 + (x ^ r[b]);
            break;
        case 403:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 404:
            flag = (r[a] & 19067u) > (r[b] & 19067u);
            break;
        case 405:
            x = flag ? r[b] : x - 43128u;
            break;
        case 406:
            acc += (u64)r[a] * 11202u;
            y += (u32)(acc >> 32);
            break;
        case 407:
            r[b] -= x & 44797u;
            y += r[a];
            break;
        case 408:
            r[a] += r[b] + 12871u;
            break;
        case 409:
            x = x * 92933u + k;
            break;
        case 410:
            y ^= x >> 8;
            flag = y < 476446720u;
            break;
        case 411:
            r[a] = memory[(r[b] + 411) & 4095];
            break;
        case 412:
            memory[(x + k + 412) & 4095] = (u8)(r[a] + y);
            break;
        case 413:
            if (flag)
                at += 2 + 2;
            break;
        case 414:
            acc = acc * 831 + (x ^ r[b]);
            break;
        case 415:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 416:
            flag = (r[a] & 39095u) > (r[b] & 39095u);
            break;
        case 417:
            x = flag ? r[b] : x - 53142u;
            break;
        case 418:
            acc += (u64)r[a] * 21216u;
            y += (u32)(acc >> 32);
            break;
        case 419:
            r[b] -= x & 54811u;
            y += r[a];
            break;
        case 420:
            r[a] += r[b] + 22885u;
            break;
        case 421:
            x = x * 112961u + k;
            break;
        case 422:
            y ^= x >> 20;
            flag = y < 804585472u;
            break;
        case 423:
            r[a] = memory[(r[b] + 423) & 4095];
            break;
        case 424:
            memory[(x + k + 424) & 4095] = (u8)(r[a] + y);
            break;
        case 425:
            if (flag)
                at += 2 + 2;
            break;
        case 426:
            acc = acc * 855 + (x ^ r[b]);
            break;
        case 427:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 428:
            flag = (r[a] & 59123u) > (r[b] & 59123u);
            break;
        case 429:
            x = flag ? r[b] : x - 63156u;
            break;
        case 430:
            acc += (u64)r[a] * 31230u;
            y += (u32)(acc >> 32);
            break;
        case 431:
            r[b] -= x & 64825u;
            y += r[a];
            break;
        case 432:
            r[a] += r[b] + 32899u;
            break;
        case 433:
            x = x * 1947u + k;
            break;
        case 434:
            y ^= x >> 1;
            flag = y < 1132724224u;
            break;
        case 435:
            r[a] = memory[(r[b] + 435) & 4095];
            break;
        case 436:
            memory[(x + k + 436) & 4095] = (u8)(r[a] + y);
            break;
        case 437:
            if (flag)
                at += 2 + 2;
            break;
        case 438:
            acc = acc * 879 + (x ^ r[b]);
            break;
        case 439:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 440:
            flag = (r[a] & 79151u) > (r[b] & 79151u);
            break;
        case 441:
            x = flag ? r[b] : x - 7649u;
            break;
        case 442:
            acc += (u64)r[a] * 41244u;
            y += (u32)(acc >> 32);
            break;
        case 443:
            r[b] -= x & 9318u;
            y += r[a];
            break;
        case 444:
            r[a] += r[b] + 42913u;
            break;
        case 445:
            x = x * 21975u + k;
            break;
        case 446:
            y ^= x >> 13;
            flag = y < 1460862976u;
            break;
        case 447:
            r[a] = memory[(r[b] + 447) & 4095];
            break;
        case 448:
            memory[(x + k + 448) & 4095] = (u8)(r[a] + y);
            break;
        case 449:
            if (flag)
                at += 2 + 2;
            break;
        case 450:
            acc = acc * 903 + (x ^ r[b]);
            break;
        case 451:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 452:
            flag = (r[a] & 99179u) > (r[b] & 99179u);
            break;
        case 453:
            x = flag ? r[b] : x - 17663u;
            break;
        case 454:
            acc += (u64)r[a] * 51258u;
            y += (u32)(acc >> 32);
            break;
        case 455:
            r[b] -= x & 19332u;
            y += r[a];
            break;
        case 456:
            r[a] += r[b] + 52927u;
            break;
        case 457:
            x = x * 42003u + k;
            break;
        case 458:
            y ^= x >> 25;
            flag = y < 1789001728u;
            break;
        case 459:
            r[a] = memory[(r[b] + 459) & 4095];
            break;
        case 460:
            memory[(x + k + 460) & 4095] = (u8)(r[a] + y);
            break;
        case 461:
            if (flag)
                at += 2 + 2;
            break;
        case 462:
            acc = acc * 927 + (x ^ r[b]);
            break;
        case 463:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 464:
            flag = (r[a] & 119207u) > (r[b] & 119207u);
            break;
        case 465:
            x = flag ? r[b] : x - 27677u;
            break;
        case 466:
            acc += (u64)r[a] * 61272u;
            y += (u32)(acc >> 32);
            break;
        case 467:
            r[b] -= x & 29346u;
            y += r[a];
            break;
        case 468:
            r[a] += r[b] + 62941u;
            break;
        case 469:
            x = x * 62031u + k;
            break;
        case 470:
            y ^= x >> 6;
            flag = y < 2117140480u;
            break;
        case 471:
            r[a] = memory[(r[b] + 471) & 4095];
            break;
        case 472:
            memory[(x + k + 472) & 4095] = (u8)(r[a] + y);
            break;
        case 473:
            if (flag)
                at += 2 + 2;
            break;
        case 474:
            acc = acc * 951 + (x ^ r[b]);
            break;
        case 475:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 476:
            flag = (r[a] & 8193u) > (r[b] & 8193u);
            break;
        case 477:
            x = flag ? r[b] : x - 37691u;
            break;
        case 478:
            acc += (u64)r[a] * 5765u;
            y += (u32)(acc >> 32);
            break;
        case 479:
            r[b] -= x & 39360u;
            y += r[a];
            break;
        case 480:
            r[a] += r[b] + 7434u;
            break;
        case 481:
            x = x * 82059u + k;
            break;
        case 482:
            y ^= x >> 18;
            flag = y < 298287104u;
            break;
        case 483:
            r[a] = memory[(r[b] + 483) & 4095];
            break;
        case 484:
            memory[(x + k + 484) & 4095] = (u8)(r[a] + y);
            break;
        case 485:
            if (flag)
                at += 2 + 2;
            break;
        case 486:
            acc = acc * 975 + (x ^ r[b]);
            break;
        case 487:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 488:
            flag = (r[a] & 28221u) > (r[b] & 28221u);
            break;
        case 489:
            x = flag ? r[b] : x - 47705u;
            break;
        case 490:
            acc += (u64)r[a] * 15779u;
            y += (u32)(acc >> 32);
            break;
        case 491:
            r[b] -= x & 49374u;
            y += r[a];
            break;
        case 492:
            r[a] += r[b] + 17448u;
            break;
        case 493:
            x = x * 102087u + k;
            break;
        case 494:
            y ^= x >> 30;
            flag = y < 626425856u;
            break;
        case 495:
            r[a] = memory[(r[b] + 495) & 4095];
            break;
        case 496:
            memory[(x + k + 496) & 4095] = (u8)(r[a] + y);
            break;
        case 497:
            if (flag)
                at += 2 + 2;
            break;
        case 498:
            acc = acc * 999 + (x ^ r[b]);
            break;
        case 499:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 500:
            flag = (r[a] & 48249u) > (r[b] & 48249u);
            break;
        case 501:
            x = flag ? r[b] : x - 57719u;
            break;
        case 502:
            acc += (u64)r[a] * 25793u;
            y += (u32)(acc >> 32);
            break;
        case 503:
            r[b] -= x & 59388u;
            y += r[a];
            break;
        case 504:
            r[a] += r[b] + 27462u;
            break;
        case 505:
            x = x * 122115u + k;
            break;
        case 506:
            y ^= x >> 11;
            flag = y < 954564608u;
            break;
        case 507:
            r[a] = memory[(r[b] + 507) & 4095];
            break;
        case 508:
            memory[(x + k + 508) & 4095] = (u8)(r[a] + y);
            break;
        case 509:
            if (flag)
                at += 2 + 2;
            break;
        case 510:
            acc = acc * 1023 + (x ^ r[b]);
            break;
        case 511:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 512:
            flag = (r[a] & 68277u) > (r[b] & 68277u);
            break;
        case 513:
            x = flag ? r[b] : x - 2212u;
            break;
        case 514:
            acc += (u64)r[a] * 35807u;
            y += (u32)(acc >> 32);
            break;
        case 515:
            r[b] -= x & 3881u;
            y += r[a];
            break;
        case 516:
            r[a] += r[b] + 37476u;
            break;
        case 517:
            x = x * 11101u + k;
            break;
        case 518:
            y ^= x >> 23;
            flag = y < 1282703360u;
            break;
        case 519:
            r[a] = memory[(r[b] + 519) & 4095];
            break;
        case 520:
            memory[(x + k + 520) & 4095] = (u8)(r[a] + y);
            break;
        case 521:
            if (flag)
                at += 2 + 2;
            break;
        case 522:
            acc = acc * 1047 + (x ^ r[b]);
            break;
        case 523:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 524:
            flag = (r[a] & 88305u) > (r[b] & 88305u);
            break;
        case 525:
            x = flag ? r[b] : x - 12226u;
            break;
        case 526:
            acc += (u64)r[a] * 45821u;
            y += (u32)(acc >> 32);
            break;
        case 527:
            r[b] -= x & 13895u;
            y += r[a];
            break;
        case 528:
            r[a] += r[b] + 47490u;
            break;
        case 529:
            x = x * 31129u + k;
            break;
        case 530:
            y ^= x >> 4;
            flag = y < 1610842112u;
            break;
        case 531:
            r[a] = memory[(r[b] + 531) & 4095];
            break;
        case 532:
            memory[(x + k + 532) & 4095] = (u8)(r[a] + y);
            break;
        case 533:
            if (flag)
                at += 2 + 2;
            break;
        case 534:
            acc = acc * 1071 + (x ^ r[b]);
            break;
        case 535:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 536:
            flag = (r[a] & 108333u) > (r[b] & 108333u);
            break;
        case 537:
            x = flag ? r[b] : x - 22240u;
            break;
        case 538:
            acc += (u64)r[a] * 55835u;
            y += (u32)(acc >> 32);
            break;
        case 539:
            r[b] -= x & 23909u;
            y += r[a];
            break;
        case 540:
            r[a] += r[b] + 57504u;
            break;
        case 541:
            x = x * 51157u + k;
            break;
        case 542:
            y ^= x >> 16;
            flag = y < 1938980864u;
            break;
        case 543:
            r[a] = memory[(r[b] + 543) & 4095];
            break;
        case 544:
            memory[(x + k + 544) & 4095] = (u8)(r[a] + y);
            break;
        case 545:
            if (flag)
                at += 2 + 2;
            break;
        case 546:
            acc = acc * 1095 + (x ^ r[b]);
            break;
        case 547:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 548:
            flag = (r[a] & 128361u) > (r[b] & 128361u);
            break;
        case 549:
            x = flag ? r[b] : x - 32254u;
            break;
        case 550:
            acc += (u64)r[a] * 328u;
            y += (u32)(acc >> 32);
            break;
        case 551:
            r[b] -= x & 33923u;
            y += r[a];
            break;
        case 552:
            r[a] += r[b] + 1997u;
            break;
        case 553:
            x = x * 71185u + k;
            break;
        case 554:
            y ^= x >> 28;
            flag = y < 120127488u;
            break;
        case 555:
            r[a] = memory[(r[b] + 555) & 4095];
            break;
        case 556:
            memory[(x + k + 556) & 4095] = (u8)(r[a] + y);
            break;
        case 557:
            if (flag)
                at += 2 + 2;
            break;
        case 558:
            acc = acc * 1119 + (x ^ r[b]);
            break;
        case 559:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 560:
            flag = (r[a] & 17347u) > (r[b] & 17347u);
            break;
        case 561:
            x = flag ? r[b] : x - 42268u;
            break;
        case 562:
            acc += (u64)r[a] * 10342u;
            y += (u32)(acc >> 32);
            break;
        case 563:
            r[b] -= x & 43937u;
            y += r[a];
            break;
        case 564:
            r[a] += r[b] + 12011u;
            break;
        case 565:
            x = x * 91213u + k;
            break;
        case 566:
            y ^= x >> 9;
            flag = y < 448266240u;
            break;
        case 567:
            r[a] = memory[(r[b] + 567) & 4095];
            break;
        case 568:
            memory[(x + k + 568) & 4095] = (u8)(r[a] + y);
            break;
        case 569:
            if (flag)
                at += 2 + 2;
            break;
        case 570:
            acc = acc * 1143 + (x ^ r[b]);
            break;
        case 571:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 572:
            flag = (r[a] & 37375u) > (r[b] & 37375u);
            break;
        case 573:
            x = flag ? r[b] : x - 52282u;
            break;
        case 574:
            acc += (u64)r[a] * 20356u;
            y += (u32)(acc >> 32);
            break;
        case 575:
            r[b] -= x & 53951u;
            y += r[a];
            break;
        case 576:
            r[a] += r[b] + 22025u;
            break;
        case 577:
            x = x * 111241u + k;
            break;
        case 578:
            y ^= x >> 21;
            flag = y < 776404992u;
            break;
        case 579:
            r[a] = memory[(r[b] + 579) & 4095];
            break;
        case 580:
            memory[(x + k + 580) & 4095] = (u8)(r[a] + y);
            break;
        case 581:
            if (flag)
                at += 2 + 2;
            break;
        case 582:
            acc = acc * 1167 + (x ^ r[b]);
            break;
        case 583:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 584:
            flag = (r[a] & 57403u) > (r[b] & 57403u);
            break;
        case 585:
            x = flag ? r[b] : x - 62296u;
            break;
        case 586:
            acc += (u64)r[a] * 30370u;
            y += (u32)(acc >> 32);
            break;
        case 587:
            r[b] -= x & 63965u;
            y += r[a];
            break;
        case 588:
            r[a] += r[b] + 32039u;
            break;
        case 589:
            x = x * 227u + k;
            break;
        case 590:
            y ^= x >> 2;
            flag = y < 1104543744u;
            break;
        case 591:
            r[a] = memory[(r[b] + 591) & 4095];
            break;
        case 592:
            memory[(x + k + 592) & 4095] = (u8)(r[a] + y);
            break;
        case 593:
            if (flag)
                at += 2 + 2;
            break;
        case 594:
            acc = acc * 1191 + (x ^ r[b]);
            break;
        case 595:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 596:
            flag = (r[a] & 77431u) > (r[b] & 77431u);
            break;
        case 597:
            x = flag ? r[b] : x - 6789u;
            break;
        case 598:
            acc += (u64)r[a] * 40384u;
            y += (u32)(acc >> 32);
            break;
        case 599:
            r[b] -= x & 8458u;
            y += r[a];
            break;
        case 600:
            r[a] += r[b] + 42053u;
            break;
        case 601:
            x = x * 20255u + k;
            break;
        case 602:
            y ^= x >> 14;
            flag = y < 1432682496u;
            break;
        case 603:
            r[a] = memory[(r[b] + 603) & 4095];
            break;
        case 604:
            memory[(x + k + 604) & 4095] = (u8)(r[a] + y);
            break;
        case 605:
            if (flag)
                at += 2 + 2;
            break;
        case 606:
            acc = acc * 1215 + (x ^ r[b]);
            break;
        case 607:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 608:
            flag = (r[a] & 97459u) > (r[b] & 97459u);
            break;
        case 609:
            x = flag ? r[b] : x - 16803u;
            break;
        case 610:
            acc += (u64)r[a] * 50398u;
            y += (u32)(acc >> 32);
            break;
        case 611:
            r[b] -= x & 18472u;
            y += r[a];
            break;
        case 612:
            r[a] += r[b] + 52067u;
            break;
        case 613:
            x = x * 40283u + k;
            break;
        case 614:
            y ^= x >> 26;
            flag = y < 1760821248u;
            break;
        case 615:
            r[a] = memory[(r[b] + 615) & 4095];
            break;
        case 616:
            memory[(x + k + 616) & 4095] = (u8)(r[a] + y);
            break;
        case 617:
            if (flag)
                at += 2 + 2;
            break;
        case 618:
            acc = acc * 1239 + (x ^ r[b]);
            break;
        case 619:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 620:
            flag = (r[a] & 117487u) > (r[b] & 117487u);
            break;
        case 621:
            x = flag ? r[b] : x - 26817u;
            break;
        case 622:
            acc += (u64)r[a] * 60412u;
            y += (u32)(acc >> 32);
            break;
        case 623:
            r[b] -= x & 28486u;
            y += r[a];
            break;
        case 624:
            r[a] += r[b] + 62081u;
            break;
        case 625:
            x = x * 60311u + k;
            break;
        case 626:
            y ^= x >> 7;
            flag = y < 2088960000u;
            break;
        case 627:
            r[a] = memory[(r[b] + 627) & 4095];
            break;
        case 628:
            memory[(x + k + 628) & 4095] = (u8)(r[a] + y);
            break;
        case 629:
            if (flag)
                at += 2 + 2;
            break;
        case 630:
            acc = acc * 1263 + (x ^ r[b]);
            break;
        case 631:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 632:
            flag = (r[a] & 6473u) > (r[b] & 6473u);
            break;
        case 633:
            x = flag ? r[b] : x - 36831u;
            break;
        case 634:
            acc += (u64)r[a] * 4905u;
            y += (u32)(acc >> 32);
            break;
        case 635:
            r[b] -= x & 38500u;
            y += r[a];
            break;
        case 636:
            r[a] += r[b] + 6574u;
            break;
        case 637:
            x = x * 80339u + k;
            break;
        case 638:
            y ^= x >> 19;
            flag = y < 270106624u;
            break;
        case 639:
            r[a] = memory[(r[b] + 639) & 4095];
            break;
        case 640:
            memory[(x + k + 640) & 4095] = (u8)(r[a] + y);
            break;
        case 641:
            if (flag)
                at += 2 + 2;
            break;
        case 642:
            acc = acc * 1287 + (x ^ r[b]);
            break;
        case 643:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 644:
            flag = (r[a] & 26501u) > (r[b] & 26501u);
            break;
        case 645:
            x = flag ? r[b] : x - 46845u;
            break;
        case 646:
            acc += (u64)r[a] * 14919u;
            y += (u32)(acc >> 32);
            break;
        case 647:
            r[b] -= x & 48514u;
            y += r[a];
            break;
        case 648:
            r[a] += r[b] + 16588u;
            break;
        case 649:
            x = x * 100367u + k;
            break;
        case 650:
            y ^= x >> 31;
            flag = y < 598245376u;
            break;
        case 651:
            r[a] = memory[(r[b] + 651) & 4095];
            break;
        case 652:
            memory[(x + k + 652) & 4095] = (u8)(r[a] + y);
            break;
        case 653:
            if (flag)
                at += 2 + 2;
            break;
        case 654:
            acc = acc * 1311 + (x ^ r[b]);
            break;
        case 655:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 656:
            flag = (r[a] & 46529u) > (r[b] & 46529u);
            break;
        case 657:
            x = flag ? r[b] : x - 56859u;
            break;
        case 658:
            acc += (u64)r[a] * 24933u;
            y += (u32)(acc >> 32);
            break;
        case 659:
            r[b] -= x & 58528u;
            y += r[a];
            break;
        case 660:
            r[a] += r[b] + 26602u;
            break;
        case 661:
            x = x * 120395u + k;
            break;
        case 662:
            y ^= x >> 12;
            flag = y < 926384128u;
            break;
        case 663:
            r[a] = memory[(r[b] + 663) & 4095];
            break;
        case 664:
            memory[(x + k + 664) & 4095] = (u8)(r[a] + y);
            break;
        case 665:
            if (flag)
                at += 2 + 2;
            break;
        case 666:
            acc = acc * 1335 + (x ^ r[b]);
            break;
        case 667:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 668:
            flag = (r[a] & 66557u) > (r[b] & 66557u);
            break;
        case 669:
            x = flag ? r[b] : x - 1352u;
            break;
        case 670:
            acc += (u64)r[a] * 34947u;
            y += (u32)(acc >> 32);
            break;
        case 671:
            r[b] -= x & 3021u;
            y += r[a];
            break;
        case 672:
            r[a] += r[b] + 36616u;
            break;
        case 673:
            x = x * 9381u + k;
            break;
        case 674:
            y ^= x >> 24;
            flag = y < 1254522880u;
            break;
        case 675:
            r[a] = memory[(r[b] + 675) & 4095];
            break;
        case 676:
            memory[(x + k + 676) & 4095] = (u8)(r[a] + y);
            break;
        case 677:
            if (flag)
                at += 2 + 2;
            break;
        case 678:
            acc = acc * 1359 + (x ^ r[b]);
            break;
        case 679:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 680:
            flag = (r[a] & 86585u) > (r[b] & 86585u);
            break;
        case 681:
            x = flag ? r[b] : x - 11366u;
            break;
        case 682:
            acc += (u64)r[a] * 44961u;
            y += (u32)(acc >> 32);
            break;
        case 683:
            r[b] -= x & 13035u;
            y += r[a];
            break;
        case 684:
            r[a] += r[b] + 46630u;
            break;
        case 685:
            x = x * 29409u + k;
            break;
        case 686:
            y ^= x >> 5;
            flag = y < 1582661632u;
            break;
        case 687:
            r[a] = memory[(r[b] + 687) & 4095];
            break;
        case 688:
            memory[(x + k + 688) & 4095] = (u8)(r[a] + y);
            break;
        case 689:
            if (flag)
                at += 2 + 2;
            break;
        case 690:
            acc = acc * 1383 + (x ^ r[b]);
            break;
        case 691:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 692:
            flag = (r[a] & 106613u) > (r[b] & 106613u);
            break;
        case 693:
            x = flag ? r[b] : x - 21380u;
            break;
        case 694:
            acc += (u64)r[a] * 54975u;
            y += (u32)(acc >> 32);
            break;
        case 695:
            r[b] -= x & 23049u;
            y += r[a];
            break;
        case 696:
            r[a] += r[b] + 56644u;
            break;
        case 697:
            x = x * 49437u + k;
            break;
        case 698:
            y ^= x >> 17;
            flag = y < 1910800384u;
            break;
        case 699:
            r[a] = memory[(r[b] + 699) & 4095];
            break;
        case 700:
            memory[(x + k + 700) & 4095] = (u8)(r[a] + y);
            break;
        case 701:
            if (flag)
                at += 2 + 2;
            break;
        case 702:
            acc = acc * 1407 + (x ^ r[b]);
            break;
        case 703:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 704:
            flag = (r[a] & 126641u) > (r[b] & 126641u);
            break;
        case 705:
            x = flag ? r[b] : x - 31394u;
            break;
        case 706:
            acc += (u64)r[a] * 64989u;
            y += (u32)(acc >> 32);
            break;
        case 707:
            r[b] -= x & 33063u;
            y += r[a];
            break;
        case 708:
            r[a] += r[b] + 1137u;
            break;
        case 709:
            x = x * 69465u + k;
            break;
        case 710:
            y ^= x >> 29;
            flag = y < 91947008u;
            break;
        case 711:
            r[a] = memory[(r[b] + 711) & 4095];
            break;
        case 712:
            memory[(x + k + 712) & 4095] = (u8)(r[a] + y);
            break;
        case 713:
            if (flag)
                at += 2 + 2;
            break;
        case 714:
            acc = acc * 1431 + (x ^ r[b]);
            break;
        case 715:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 716:
            flag = (r[a] & 15627u) > (r[b] & 15627u);
            break;
        case 717:
            x = flag ? r[b] : x - 41408u;
            break;
        case 718:
            acc += (u64)r[a] * 9482u;
            y += (u32)(acc >> 32);
            break;
        case 719:
            r[b] -= x & 43077u;
            y += r[a];
            break;
        case 720:
            r[a] += r[b] + 11151u;
            break;
        case 721:
            x = x * 89493u + k;
            break;
        case 722:
            y ^= x >> 10;
            flag = y < 420085760u;
            break;
        case 723:
            r[a] = memory[(r[b] + 723) & 4095];
            break;
        case 724:
            memory[(x + k + 724) & 4095] = (u8)(r[a] + y);
            break;
        case 725:
            if (flag)
                at += 2 + 2;
            break;
        case 726:
            acc = acc * 1455 + (x ^ r[b]);
            break;
        case 727:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 728:
            flag = (r[a] & 35655u) > (r[b] & 35655u);
            break;
        case 729:
            x = flag ? r[b] : x - 51422u;
            break;
        case 730:
            acc += (u64)r[a] * 19496u;
            y += (u32)(acc >> 32);
            break;
        case 731:
            r[b] -= x & 53091u;
            y += r[a];
            break;
        case 732:
            r[a] += r[b] + 21165u;
            break;
        case 733:
            x = x * 109521u + k;
            break;
        case 734:
            y ^= x >> 22;
            flag = y < 748224512u;
            break;
        case 735:
            r[a] = memory[(r[b] + 735) & 4095];
            break;
        case 736:
            memory[(x + k + 736) & 4095] = (u8)(r[a] + y);
            break;
        case 737:
            if (flag)
                at += 2 + 2;
            break;
        case 738:
            acc = acc * 1479 + (x ^ r[b]);
            break;
        case 739:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 740:
            flag = (r[a] & 55683u) > (r[b] & 55683u);
            break;
        case 741:
            x = flag ? r[b] : x - 61436u;
            break;
        case 742:
            acc += (u64)r[a] * 29510u;
            y += (u32)(acc >> 32);
            break;
        case 743:
            r[b] -= x & 63105u;
            y += r[a];
            break;
        case 744:
            r[a] += r[b] + 31179u;
            break;
        case 745:
            x = x * 129549u + k;
            break;
        case 746:
            y ^= x >> 3;
            flag = y < 1076363264u;
            break;
        case 747:
            r[a] = memory[(r[b] + 747) & 4095];
            break;
        case 748:
            memory[(x + k + 748) & 4095] = (u8)(r[a] + y);
            break;
        case 749:
            if (flag)
                at += 2 + 2;
            break;
        case 750:
            acc = acc * 1503 + (x ^ r[b]);
            break;
        case 751:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 752:
            flag = (r[a] & 75711u) > (r[b] & 75711u);
            break;
        case 753:
            x = flag ? r[b] : x - 5929u;
            break;
        case 754:
            acc += (u64)r[a] * 39524u;
            y += (u32)(acc >> 32);
            break;
        case 755:
            r[b] -= x & 7598u;
            y += r[a];
            break;
        case 756:
            r[a] += r[b] + 41193u;
            break;
        case 757:
            x = x * 18535u + k;
            break;
        case 758:
            y ^= x >> 15;
            flag = y < 1404502016u;
            break;
        case 759:
            r[a] = memory[(r[b] + 759) & 4095];
            break;
        case 760:
            memory[(x + k + 760) & 4095] = (u8)(r[a] + y);
            break;
        case 761:
            if (flag)
                at += 2 + 2;
            break;
        case 762:
            acc = acc * 1527 + (x ^ r[b]);
            break;
        case 763:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 764:
            flag = (r[a] & 95739u) > (r[b] & 95739u);
            break;
        case 765:
            x = flag ? r[b] : x - 15943u;
            break;
        case 766:
            acc += (u64)r[a] * 49538u;
            y += (u32)(acc >> 32);
            break;
        case 767:
            r[b] -= x & 17612u;
            y += r[a];
            break;
        case 768:
            r[a] += r[b] + 51207u;
            break;
        case 769:
            x = x * 38563u + k;
            break;
        case 770:
            y ^= x >> 27;
            flag = y < 1732640768u;
            break;
        case 771:
            r[a] = memory[(r[b] + 771) & 4095];
            break;
        case 772:
            memory[(x + k + 772) & 4095] = (u8)(r[a] + y);
            break;
        case 773:
            if (flag)
                at += 2 + 2;
            break;
        case 774:
            acc = acc * 1551 + (x ^ r[b]);
            break;
        case 775:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 776:
            flag = (r[a] & 115767u) > (r[b] & 115767u);
            break;
        case 777:
            x = flag ? r[b] : x - 25957u;
            break;
        case 778:
            acc += (u64)r[a] * 59552u;
            y += (u32)(acc >> 32);
            break;
        case 779:
            r[b] -= x & 27626u;
            y += r[a];
            break;
        case 780:
            r[a] += r[b] + 61221u;
            break;
        case 781:
            x = x * 58591u + k;
            break;
        case 782:
            y ^= x >> 8;
            flag = y < 2060779520u;
            break;
        case 783:
            r[a] = memory[(r[b] + 783) & 4095];
            break;
        case 784:
            memory[(x + k + 784) & 4095] = (u8)(r[a] + y);
            break;
        case 785:
            if (flag)
                at += 2 + 2;
            break;
        case 786:
            acc = acc * 1575 + (x ^ r[b]);
            break;
        case 787:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 788:
            flag = (r[a] & 4753u) > (r[b] & 4753u);
            break;
        case 789:
            x = flag ? r[b] : x - 35971u;
            break;
        case 790:
            acc += (u64)r[a] * 4045u;
            y += (u32)(acc >> 32);
            break;
        case 791:
            r[b] -= x & 37640u;
            y += r[a];
            break;
        case 792:
            r[a] += r[b] + 5714u;
            break;
        case 793:
            x = x * 78619u + k;
            break;
        case 794:
            y ^= x >> 20;
            flag = y < 241926144u;
            break;
        case 795:
            r[a] = memory[(r[b] + 795) & 4095];
            break;
        case 796:
            memory[(x + k + 796) & 4095] = (u8)(r[a] + y);
            break;
        case 797:
            if (flag)
                at += 2 + 2;
            break;
        case 798:
            acc = acc * 1599 + (x ^ r[b]);
            break;
        case 799:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 800:
            flag = (r[a] & 24781u) > (r[b] & 24781u);
            break;
        case 801:
            x = flag ? r[b] : x - 45985u;
            break;
        case 802:
            acc += (u64)r[a] * 14059u;
            y += (u32)(acc >> 32);
            break;
        case 803:
            r[b] -= x & 47654u;
            y += r[a];
            break;
        case 804:
            r[a] += r[b] + 15728u;
            break;
        case 805:
            x = x * 98647u + k;
            break;
        case 806:
            y ^= x >> 1;
            flag = y < 570064896u;
            break;
        case 807:
            r[a] = memory[(r[b] + 807) & 4095];
            break;
        case 808:
            memory[(x + k + 808) & 4095] = (u8)(r[a] + y);
            break;
        case 809:
            if (flag)
                at += 2 + 2;
            break;
        case 810:
            acc = acc * 1623 + (x ^ r[b]);
            break;
        case 811:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 812:
            flag = (r[a] & 44809u) > (r[b] & 44809u);
            break;
        case 813:
            x = flag ? r[b] : x - 55999u;
            break;
        case 814:
            acc += (u64)r[a] * 24073u;
            y += (u32)(acc >> 32);
            break;
        case 815:
            r[b] -= x & 57668u;
            y += r[a];
            break;
        case 816:
            r[a] += r[b] + 25742u;
            break;
        case 817:
            x = x * 118675u + k;
            break;
        case 818:
            y ^= x >> 13;
            flag = y < 898203648u;
            break;
        case 819:
            r[a] = memory[(r[b] + 819) & 4095];
            break;
        case 820:
            memory[(x + k + 820) & 4095] = (u8)(r[a] + y);
            break;
        case 821:
            if (flag)
                at += 2 + 2;
            break;
        case 822:
            acc = acc * 1647 + (x ^ r[b]);
            break;
        case 823:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 824:
            flag = (r[a] & 64837u) > (r[b] & 64837u);
            break;
        case 825:
            x = flag ? r[b] : x - 492u;
            break;
        case 826:
            acc += (u64)r[a] * 34087u;
            y += (u32)(acc >> 32);
            break;
        case 827:
            r[b] -= x & 2161u;
            y += r[a];
            break;
        case 828:
            r[a] += r[b] + 35756u;
            break;
        case 829:
            x = x * 7661u + k;
            break;
        case 830:
            y ^= x >> 25;
            flag = y < 1226342400u;
            break;
        case 831:
            r[a] = memory[(r[b] + 831) & 4095];
            break;
        case 832:
            memory[(x + k + 832) & 4095] = (u8)(r[a] + y);
            break;
        case 833:
            if (flag)
                at += 2 + 2;
            break;
        case 834:
            acc = acc * 1671 + (x ^ r[b]);
            break;
        case 835:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 836:
            flag = (r[a] & 84865u) > (r[b] & 84865u);
            break;
        case 837:
            x = flag ? r[b] : x - 10506u;
            break;
        case 838:
            acc += (u64)r[a] * 44101u;
            y += (u32)(acc >> 32);
            break;
        case 839:
            r[b] -= x & 12175u;
            y += r[a];
            break;
        case 840:
            r[a] += r[b] + 45770u;
            break;
        case 841:
            x = x * 27689u + k;
            break;
        case 842:
            y ^= x >> 6;
            flag = y < 1554481152u;
            break;
        case 843:
            r[a] = memory[(r[b] + 843) & 4095];
            break;
        case 844:
            memory[(x + k + 844) & 4095] = (u8)(r[a] + y);
            break;
        case 845:
            if (flag)
                at += 2 + 2;
            break;
        case 846:
            acc = acc * 1695 + (x ^ r[b]);
            break;
        case 847:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 848:
            flag = (r[a] & 104893u) > (r[b] & 104893u);
            break;
        case 849:
            x = flag ? r[b] : x - 20520u;
            break;
        case 850:
            acc += (u64)r[a] * 54115u;
            y += (u32)(acc >> 32);
            break;
        case 851:
            r[b] -= x & 22189u;
            y += r[a];
            break;
        case 852:
            r[a] += r[b] + 55784u;
            break;
        case 853:
            x = x * 47717u + k;
            break;
        case 854:
            y ^= x >> 18;
            flag = y < 1882619904u;
            break;
        case 855:
            r[a] = memory[(r[b] + 855) & 4095];
            break;
        case 856:
            memory[(x + k + 856) & 4095] = (u8)(r[a] + y);
            break;
        case 857:
            if (flag)
                at += 2 + 2;
            break;
        case 858:
            acc = acc * 1719 + (x ^ r[b]);
            break;
        case 859:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 860:
            flag = (r[a] & 124921u) > (r[b] & 124921u);
            break;
        case 861:
            x = flag ? r[b] : x - 30534u;
            break;
        case 862:
            acc += (u64)r[a] * 64129u;
            y += (u32)(acc >> 32);
            break;
        case 863:
            r[b] -= x & 32203u;
            y += r[a];
            break;
        case 864:
            r[a] += r[b] + 277u;
            break;
        case 865:
            x = x * 67745u + k;
            break;
        case 866:
            y ^= x >> 30;
            flag = y < 63766528u;
            break;
        case 867:
            r[a] = memory[(r[b] + 867) & 4095];
            break;
        case 868:
            memory[(x + k + 868) & 4095] = (u8)(r[a] + y);
            break;
        case 869:
            if (flag)
                at += 2 + 2;
            break;
        case 870:
            acc = acc * 1743 + (x ^ r[b]);
            break;
        case 871:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 872:
            flag = (r[a] & 13907u) > (r[b] & 13907u);
            break;
        case 873:
            x = flag ? r[b] : x - 40548u;
            break;
        case 874:
            acc += (u64)r[a] * 8622u;
            y += (u32)(acc >> 32);
            break;
        case 875:
            r[b] -= x & 42217u;
            y += r[a];
            break;
        case 876:
            r[a] += r[b] + 10291u;
            break;
        case 877:
            x = x * 87773u + k;
            break;
        case 878:
            y ^= x >> 11;
            flag = y < 391905280u;
            break;
        case 879:
            r[a] = memory[(r[b] + 879) & 4095];
            break;
        case 880:
            memory[(x + k + 880) & 4095] = (u8)(r[a] + y);
            break;
        case 881:
            if (flag)
                at += 2 + 2;
            break;
        case 882:
            acc = acc * 1767 + (x ^ r[b]);
            break;
        case 883:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 884:
            flag = (r[a] & 33935u) > (r[b] & 33935u);
            break;
        case 885:
            x = flag ? r[b] : x - 50562u;
            break;
        case 886:
            acc += (u64)r[a] * 18636u;
            y += (u32)(acc >> 32);
            break;
        case 887:
            r[b] -= x & 52231u;
            y += r[a];
            break;
        case 888:
            r[a] += r[b] + 20305u;
            break;
        case 889:
            x = x * 107801u + k;
            break;
        case 890:
            y ^= x >> 23;
            flag = y < 720044032u;
            break;
        case 891:
            r[a] = memory[(r[b] + 891) & 4095];
            break;
        case 892:
            memory[(x + k + 892) & 4095] = (u8)(r[a] + y);
            break;
        case 893:
            if (flag)
                at += 2 + 2;
            break;
        case 894:
            acc = acc * 1791 + (x ^ r[b]);
            break;
        case 895:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 896:
            flag = (r[a] & 53963u) > (r[b] & 53963u);
            break;
        case 897:
            x = flag ? r[b] : x - 60576u;
            break;
        case 898:
            acc += (u64)r[a] * 28650u;
            y += (u32)(acc >> 32);
            break;
        case 899:
            r[b] -= x & 62245u;
            y += r[a];
            break;
        case 900:
            r[a] += r[b] + 30319u;
            break;
        case 901:
            x = x * 127829u + k;
            break;
        case 902:
            y ^= x >> 4;
            flag = y < 1048182784u;
            break;
        case 903:
            r[a] = memory[(r[b] + 903) & 4095];
            break;
        case 904:
            memory[(x + k + 904) & 4095] = (u8)(r[a] + y);
            break;
        case 905:
            if (flag)
                at += 2 + 2;
            break;
        case 906:
            acc = acc * 1815 + (x ^ r[b]);
            break;
        case 907:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 908:
            flag = (r[a] & 73991u) > (r[b] & 73991u);
            break;
        case 909:
            x = flag ? r[b] : x - 5069u;
            break;
        case 910:
            acc += (u64)r[a] * 38664u;
            y += (u32)(acc >> 32);
            break;
        case 911:
            r[b] -= x & 6738u;
            y += r[a];
            break;
        case 912:
            r[a] += r[b] + 40333u;
            break;
        case 913:
            x = x * 16815u + k;
            break;
        case 914:
            y ^= x >> 16;
            flag = y < 1376321536u;
            break;
        case 915:
            r[a] = memory[(r[b] + 915) & 4095];
            break;
        case 916:
            memory[(x + k + 916) & 4095] = (u8)(r[a] + y);
            break;
        case 917:
            if (flag)
                at += 2 + 2;
            break;
        case 918:
            acc = acc * 1839 + (x ^ r[b]);
            break;
        case 919:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 920:
            flag = (r[a] & 94019u) > (r[b] & 94019u);
            break;
        case 921:
            x = flag ? r[b] : x - 15083u;
            break;
        case 922:
            acc += (u64)r[a] * 48678u;
            y += (u32)(acc >> 32);
            break;
        case 923:
            r[b] -= x & 16752u;
            y += r[a];
            break;
        case 924:
            r[a] += r[b] + 50347u;
            break;
        case 925:
            x = x * 36843u + k;
            break;
        case 926:
            y ^= x >> 28;
            flag = y < 1704460288u;
            break;
        case 927:
            r[a] = memory[(r[b] + 927) & 4095];
            break;
        case 928:
            memory[(x + k + 928) & 4095] = (u8)(r[a] + y);
            break;
        case 929:
            if (flag)
                at += 2 + 2;
            break;
        case 930:
            acc = acc * 1863 + (x ^ r[b]);
            break;
        case 931:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 932:
            flag = (r[a] & 114047u) > (r[b] & 114047u);
            break;
        case 933:
            x = flag ? r[b] : x - 25097u;
            break;
        case 934:
            acc += (u64)r[a] * 58692u;
            y += (u32)(acc >> 32);
            break;
        case 935:
            r[b] -= x & 26766u;
            y += r[a];
            break;
        case 936:
            r[a] += r[b] + 60361u;
            break;
        case 937:
            x = x * 56871u + k;
            break;
        case 938:
            y ^= x >> 9;
            flag = y < 2032599040u;
            break;
        case 939:
            r[a] = memory[(r[b] + 939) & 4095];
            break;
        case 940:
            memory[(x + k + 940) & 4095] = (u8)(r[a] + y);
            break;
        case 941:
            if (flag)
                at += 2 + 2;
            break;
        case 942:
            acc = acc * 1887 + (x ^ r[b]);
            break;
        case 943:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 944:
            flag = (r[a] & 3033u) > (r[b] & 3033u);
            break;
        case 945:
            x = flag ? r[b] : x - 35111u;
            break;
        case 946:
            acc += (u64)r[a] * 3185u;
            y += (u32)(acc >> 32);
            break;
        case 947:
            r[b] -= x & 36780u;
            y += r[a];
            break;
        case 948:
            r[a] += r[b] + 4854u;
            break;
        case 949:
            x = x * 76899u + k;
            break;
        case 950:
            y ^= x >> 21;
            flag = y < 213745664u;
            break;
        case 951:
            r[a] = memory[(r[b] + 951) & 4095];
            break;
        case 952:
            memory[(x + k + 952) & 4095] = (u8)(r[a] + y);
            break;
        case 953:
            if (flag)
                at += 2 + 2;
            break;
        case 954:
            acc = acc * 1911 + (x ^ r[b]);
            break;
        case 955:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 956:
            flag = (r[a] & 23061u) > (r[b] & 23061u);
            break;
        case 957:
            x = flag ? r[b] : x - 45125u;
            break;
        case 958:
            acc += (u64)r[a] * 13199u;
            y += (u32)(acc >> 32);
            break;
        case 959:
            r[b] -= x & 46794u;
            y += r[a];
            break;
        case 960:
            r[a] += r[b] + 14868u;
            break;
        case 961:
            x = x * 96927u + k;
            break;
        case 962:
            y ^= x >> 2;
            flag = y < 541884416u;
            break;
        case 963:
            r[a] = memory[(r[b] + 963) & 4095];
            break;
        case 964:
            memory[(x + k + 964) & 4095] = (u8)(r[a] + y);
            break;
        case 965:
            if (flag)
                at += 2 + 2;
            break;
        case 966:
            acc = acc * 1935 + (x ^ r[b]);
            break;
        case 967:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 968:
            flag = (r[a] & 43089u) > (r[b] & 43089u);
            break;
        case 969:
            x = flag ? r[b] : x - 55139u;
            break;
        case 970:
            acc += (u64)r[a] * 23213u;
            y += (u32)(acc >> 32);
            break;
        case 971:
            r[b] -= x & 56808u;
            y += r[a];
            break;
        case 972:
            r[a] += r[b] + 24882u;
            break;
        case 973:
            x = x * 116955u + k;
            break;
        case 974:
            y ^= x >> 14;
            flag = y < 870023168u;
            break;
        case 975:
            r[a] = memory[(r[b] + 975) & 4095];
            break;
        case 976:
            memory[(x + k + 976) & 4095] = (u8)(r[a] + y);
            break;
        case 977:
            if (flag)
                at += 2 + 2;
            break;
        case 978:
            acc = acc * 1959 + (x ^ r[b]);
            break;
        case 979:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 980:
            flag = (r[a] & 63117u) > (r[b] & 63117u);
            break;
        case 981:
            x = flag ? r[b] : x - 65153u;
            break;
        case 982:
            acc += (u64)r[a] * 33227u;
            y += (u32)(acc >> 32);
            break;
        case 983:
            r[b] -= x & 1301u;
            y += r[a];
            break;
        case 984:
            r[a] += r[b] + 34896u;
            break;
        case 985:
            x = x * 5941u + k;
            break;
        case 986:
            y ^= x >> 26;
            flag = y < 1198161920u;
            break;
        case 987:
            r[a] = memory[(r[b] + 987) & 4095];
            break;
        case 988:
            memory[(x + k + 988) & 4095] = (u8)(r[a] + y);
            break;
        case 989:
            if (flag)
                at += 2 + 2;
            break;
        case 990:
            acc = acc * 1983 + (x ^ r[b]);
            break;
        case 991:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 992:
            flag = (r[a] & 83145u) > (r[b] & 83145u);
            break;
        case 993:
            x = flag ? r[b] : x - 9646u;
            break;
        case 994:
            acc += (u64)r[a] * 43241u;
            y += (u32)(acc >> 32);
            break;
        case 995:
            r[b] -= x & 11315u;
            y += r[a];
            break;
        case 996:
            r[a] += r[b] + 44910u;
            break;
        case 997:
            x = x * 25969u + k;
            break;
        case 998:
            y ^= x >> 7;
            flag = y < 1526300672u;
            break;
        case 999:
            r[a] = memory[(r[b] + 999) & 4095];
            break;
        case 1000:
            memory[(x + k + 1000) & 4095] = (u8)(r[a] + y);
            break;
        case 1001:
            if (flag)
                at += 2 + 2;
            break;
        case 1002:
            acc = acc * 2007 + (x ^ r[b]);
            break;
        case 1003:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1004:
            flag = (r[a] & 103173u) > (r[b] & 103173u);
            break;
        case 1005:
            x = flag ? r[b] : x - 19660u;
            break;
        case 1006:
            acc += (u64)r[a] * 53255u;
            y += (u32)(acc >> 32);
            break;
        case 1007:
            r[b] -= x & 21329u;
            y += r[a];
            break;
        case 1008:
            r[a] += r[b] + 54924u;
            break;
        case 1009:
            x = x * 45997u + k;
            break;
        case 1010:
            y ^= x >> 19;
            flag = y < 1854439424u;
            break;
        case 1011:
            r[a] = memory[(r[b] + 1011) & 4095];
            break;
        case 1012:
            memory[(x + k + 1012) & 4095] = (u8)(r[a] + y);
            break;
        case 1013:
            if (flag)
                at += 2 + 2;
            break;
        case 1014:
            acc = acc * 2031 + (x ^ r[b]);
            break;
        case 1015:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1016:
            flag = (r[a] & 123201u) > (r[b] & 123201u);
            break;
        case 1017:
            x = flag ? r[b] : x - 29674u;
            break;
        case 1018:
            acc += (u64)r[a] * 63269u;
            y += (u32)(acc >> 32);
            break;
        case 1019:
            r[b] -= x & 31343u;
            y += r[a];
            break;
        case 1020:
            r[a] += r[b] + 64938u;
            break;
        case 1021:
            x = x * 66025u + k;
            break;
        case 1022:
            y ^= x >> 31;
            flag = y < 35586048u;
            break;
        case 1023:
            r[a] = memory[(r[b] + 1023) & 4095];
            break;
        case 1024:
            memory[(x + k + 1024) & 4095] = (u8)(r[a] + y);
            break;
        case 1025:
            if (flag)
                at += 2 + 2;
            break;
        case 1026:
            acc = acc * 2055 + (x ^ r[b]);
            break;
        case 1027:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1028:
            flag = (r[a] & 12187u) > (r[b] & 12187u);
            break;
        case 1029:
            x = flag ? r[b] : x - 39688u;
            break;
        case 1030:
            acc += (u64)r[a] * 7762u;
            y += (u32)(acc >> 32);
            break;
        case 1031:
            r[b] -= x & 41357u;
            y += r[a];
            break;
        case 1032:
            r[a] += r[b] + 9431u;
            break;
        case 1033:
            x = x * 86053u + k;
            break;
        case 1034:
            y ^= x >> 12;
            flag = y < 363724800u;
            break;
        case 1035:
            r[a] = memory[(r[b] + 1035) & 4095];
            break;
        case 1036:
            memory[(x + k + 1036) & 4095] = (u8)(r[a] + y);
            break;
        case 1037:
            if (flag)
                at += 2 + 2;
            break;
        case 1038:
            acc = acc * 2079 + (x ^ r[b]);
            break;
        case 1039:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1040:
            flag = (r[a] & 32215u) > (r[b] & 32215u);
            break;
        case 1041:
            x = flag ? r[b] : x - 49702u;
            break;
        case 1042:
            acc += (u64)r[a] * 17776u;
            y += (u32)(acc >> 32);
            break;
        case 1043:
            r[b] -= x & 51371u;
            y += r[a];
            break;
        case 1044:
            r[a] += r[b] + 19445u;
            break;
        case 1045:
            x = x * 106081u + k;
            break;
        case 1046:
            y ^= x >> 24;
            flag = y < 691863552u;
            break;
        case 1047:
            r[a] = memory[(r[b] + 1047) & 4095];
            break;
        case 1048:
            memory[(x + k + 1048) & 4095] = (u8)(r[a] + y);
            break;
        case 1049:
            if (flag)
                at += 2 + 2;
            break;
        case 1050:
            acc = acc * 2103 + (x ^ r[b]);
            break;
        case 1051:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1052:
            flag = (r[a] & 52243u) > (r[b] & 52243u);
            break;
        case 1053:
            x = flag ? r[b] : x - 59716u;
            break;
        case 1054:
            acc += (u64)r[a] * 27790u;
            y += (u32)(acc >> 32);
            break;
        case 1055:
            r[b] -= x & 61385u;
            y += r[a];
            break;
        case 1056:
            r[a] += r[b] + 29459u;
            break;
        case 1057:
            x = x * 126109u + k;
            break;
        case 1058:
            y ^= x >> 5;
            flag = y < 1020002304u;
            break;
        case 1059:
            r[a] = memory[(r[b] + 1059) & 4095];
            break;
        case 1060:
            memory[(x + k + 1060) & 4095] = (u8)(r[a] + y);
            break;
        case 1061:
            if (flag)
                at += 2 + 2;
            break;
        case 1062:
            acc = acc * 2127 + (x ^ r[b]);
            break;
        case 1063:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1064:
            flag = (r[a] & 72271u) > (r[b] & 72271u);
            break;
        case 1065:
            x = flag ? r[b] : x - 4209u;
            break;
        case 1066:
            acc += (u64)r[a] * 37804u;
            y += (u32)(acc >> 32);
            break;
        case 1067:
            r[b] -= x & 5878u;
            y += r[a];
            break;
        case 1068:
            r[a] += r[b] + 39473u;
            break;
        case 1069:
            x = x * 15095u + k;
            break;
        case 1070:
            y ^= x >> 17;
            flag = y < 1348141056u;
            break;
        case 1071:
            r[a] = memory[(r[b] + 1071) & 4095];
            break;
        case 1072:
            memory[(x + k + 1072) & 4095] = (u8)(r[a] + y);
            break;
        case 1073:
            if (flag)
                at += 2 + 2;
            break;
        case 1074:
            acc = acc * 2151 + (x ^ r[b]);
            break;
        case 1075:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1076:
            flag = (r[a] & 92299u) > (r[b] & 92299u);
            break;
        case 1077:
            x = flag ? r[b] : x - 14223u;
            break;
        case 1078:
            acc += (u64)r[a] * 47818u;
            y += (u32)(acc >> 32);
            break;
        case 1079:
            r[b] -= x & 15892u;
            y += r[a];
            break;
        case 1080:
            r[a] += r[b] + 49487u;
            break;
        case 1081:
            x = x * 35123u + k;
            break;
        case 1082:
            y ^= x >> 29;
            flag = y < 1676279808u;
            break;
        case 1083:
            r[a] = memory[(r[b] + 1083) & 4095];
            break;
        case 1084:
            memory[(x + k + 1084) & 4095] = (u8)(r[a] + y);
            break;
        case 1085:
            if (flag)
                at += 2 + 2;
            break;
        case 1086:
            acc = acc * 2175 + (x ^ r[b]);
            break;
        case 1087:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1088:
            flag = (r[a] & 112327u) > (r[b] & 112327u);
            break;
        case 1089:
            x = flag ? r[b] : x - 24237u;
            break;
        case 1090:
            acc += (u64)r[a] * 57832u;
            y += (u32)(acc >> 32);
            break;
        case 1091:
            r[b] -= x & 25906u;
            y += r[a];
            break;
        case 1092:
            r[a] += r[b] + 59501u;
            break;
        case 1093:
            x = x * 55151u + k;
            break;
        case 1094:
            y ^= x >> 10;
            flag = y < 2004418560u;
            break;
        case 1095:
            r[a] = memory[(r[b] + 1095) & 4095];
            break;
        case 1096:
            memory[(x + k + 1096) & 4095] = (u8)(r[a] + y);
            break;
        case 1097:
            if (flag)
                at += 2 + 2;
            break;
        case 1098:
            acc = acc * 2199 + (x ^ r[b]);
            break;
        case 1099:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1100:
            flag = (r[a] & 1313u) > (r[b] & 1313u);
            break;
        case 1101:
            x = flag ? r[b] : x - 34251u;
            break;
        case 1102:
            acc += (u64)r[a] * 2325u;
            y += (u32)(acc >> 32);
            break;
        case 1103:
            r[b] -= x & 35920u;
            y += r[a];
            break;
        case 1104:
            r[a] += r[b] + 3994u;
            break;
        case 1105:
            x = x * 75179u + k;
            break;
        case 1106:
            y ^= x >> 22;
            flag = y < 185565184u;
            break;
        case 1107:
            r[a] = memory[(r[b] + 1107) & 4095];
            break;
        case 1108:
            memory[(x + k + 1108) & 4095] = (u8)(r[a] + y);
            break;
        case 1109:
            if (flag)
                at += 2 + 2;
            break;
        case 1110:
            acc = acc * 2223 + (x ^ r[b]);
            break;
        case 1111:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1112:
            flag = (r[a] & 21341u) > (r[b] & 21341u);
            break;
        case 1113:
            x = flag ? r[b] : x - 44265u;
            break;
        case 1114:
            acc += (u64)r[a] * 12339u;
            y += (u32)(acc >> 32);
            break;
        case 1115:
            r[b] -= x & 45934u;
            y += r[a];
            break;
        case 1116:
            r[a] += r[b] + 14008u;
            break;
        case 1117:
            x = x * 95207u + k;
            break;
        case 1118:
            y ^= x >> 3;
            flag = y < 513703936u;
            break;
        case 1119:
            r[a] = memory[(r[b] + 1119) & 4095];
            break;
        case 1120:
            memory[(x + k + 1120) & 4095] = (u8)(r[a] + y);
            break;
        case 1121:
            if (flag)
                at += 2 + 2;
            break;
        case 1122:
            acc = acc * 2247 + (x ^ r[b]);
            break;
        case 1123:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1124:
            flag = (r[a] & 41369u) > (r[b] & 41369u);
            break;
        case 1125:
            x = flag ? r[b] : x - 54279u;
            break;
        case 1126:
            acc += (u64)r[a] * 22353u;
            y += (u32)(acc >> 32);
            break;
        case 1127:
            r[b] -= x & 55948u;
            y += r[a];
            break;
        case 1128:
            r[a] += r[b] + 24022u;
            break;
        case 1129:
            x = x * 115235u + k;
            break;
        case 1130:
            y ^= x >> 15;
            flag = y < 841842688u;
            break;
        case 1131:
            r[a] = memory[(r[b] + 1131) & 4095];
            break;
        case 1132:
            memory[(x + k + 1132) & 4095] = (u8)(r[a] + y);
            break;
        case 1133:
            if (flag)
                at += 2 + 2;
            break;
        case 1134:
            acc = acc * 2271 + (x ^ r[b]);
            break;
        case 1135:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1136:
            flag = (r[a] & 61397u) > (r[b] & 61397u);
            break;
        case 1137:
            x = flag ? r[b] : x - 64293u;
            break;
        case 1138:
            acc += (u64)r[a] * 32367u;
            y += (u32)(acc >> 32);
            break;
        case 1139:
            r[b] -= x & 441u;
            y += r[a];
            break;
        case 1140:
            r[a] += r[b] + 34036u;
            break;
        case 1141:
            x = x * 4221u + k;
            break;
        case 1142:
            y ^= x >> 27;
            flag = y < 1169981440u;
            break;
        case 1143:
            r[a] = memory[(r[b] + 1143) & 4095];
            break;
        case 1144:
            memory[(x + k + 1144) & 4095] = (u8)(r[a] + y);
            break;
        case 1145:
            if (flag)
                at += 2 + 2;
            break;
        case 1146:
            acc = acc * 2295 + (x ^ r[b]);
            break;
        case 1147:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1148:
            flag = (r[a] & 81425u) > (r[b] & 81425u);
            break;
        case 1149:
            x = flag ? r[b] : x - 8786u;
            break;
        case 1150:
            acc += (u64)r[a] * 42381u;
            y += (u32)(acc >> 32);
            break;
        case 1151:
            r[b] -= x & 10455u;
            y += r[a];
            break;
        case 1152:
            r[a] += r[b] + 44050u;
            break;
        case 1153:
            x = x * 24249u + k;
            break;
        case 1154:
            y ^= x >> 8;
            flag = y < 1498120192u;
            break;
        case 1155:
            r[a] = memory[(r[b] + 1155) & 4095];
            break;
        case 1156:
            memory[(x + k + 1156) & 4095] = (u8)(r[a] + y);
            break;
        case 1157:
            if (flag)
                at += 2 + 2;
            break;
        case 1158:
            acc = acc * 2319 + (x ^ r[b]);
            break;
        case 1159:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1160:
            flag = (r[a] & 101453u) > (r[b] & 101453u);
            break;
        case 1161:
            x = flag ? r[b] : x - 18800u;
            break;
        case 1162:
            acc += (u64)r[a] * 52395u;
            y += (u32)(acc >> 32);
            break;
        case 1163:
            r[b] -= x & 20469u;
            y += r[a];
            break;
        case 1164:
            r[a] += r[b] + 54064u;
            break;
        case 1165:
            x = x * 44277u + k;
            break;
        case 1166:
            y ^= x >> 20;
            flag = y < 1826258944u;
            break;
        case 1167:
            r[a] = memory[(r[b] + 1167) & 4095];
            break;
        case 1168:
            memory[(x + k + 1168) & 4095] = (u8)(r[a] + y);
            break;
        case 1169:
            if (flag)
                at += 2 + 2;
            break;
        case 1170:
            acc = acc * 2343 + (x ^ r[b]);
            break;
        case 1171:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1172:
            flag = (r[a] & 121481u) > (r[b] & 121481u);
            break;
        case 1173:
            x = flag ? r[b] : x - 28814u;
            break;
        case 1174:
            acc += (u64)r[a] * 62409u;
            y += (u32)(acc >> 32);
            break;
        case 1175:
            r[b] -= x & 30483u;
            y += r[a];
            break;
        case 1176:
            r[a] += r[b] + 64078u;
            break;
        case 1177:
            x = x * 64305u + k;
            break;
        case 1178:
            y ^= x >> 1;
            flag = y < 7405568u;
            break;
        case 1179:
            r[a] = memory[(r[b] + 1179) & 4095];
            break;
        case 1180:
            memory[(x + k + 1180) & 4095] = (u8)(r[a] + y);
            break;
        case 1181:
            if (flag)
                at += 2 + 2;
            break;
        case 1182:
            acc = acc * 2367 + (x ^ r[b]);
            break;
        case 1183:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1184:
            flag = (r[a] & 10467u) > (r[b] & 10467u);
            break;
        case 1185:
            x = flag ? r[b] : x - 38828u;
            break;
        case 1186:
            acc += (u64)r[a] * 6902u;
            y += (u32)(acc >> 32);
            break;
        case 1187:
            r[b] -= x & 40497u;
            y += r[a];
            break;
        case 1188:
            r[a] += r[b] + 8571u;
            break;
        case 1189:
            x = x * 84333u + k;
            break;
        case 1190:
            y ^= x >> 13;
            flag = y < 335544320u;
            break;
        case 1191:
            r[a] = memory[(r[b] + 1191) & 4095];
            break;
        case 1192:
            memory[(x + k + 1192) & 4095] = (u8)(r[a] + y);
            break;
        case 1193:
            if (flag)
                at += 2 + 2;
            break;
        case 1194:
            acc = acc * 2391 + (x ^ r[b]);
            break;
        case 1195:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1196:
            flag = (r[a] & 30495u) > (r[b] & 30495u);
            break;
        case 1197:
            x = flag ? r[b] : x - 48842u;
            break;
        case 1198:
            acc += (u64)r[a] * 16916u;
            y += (u32)(acc >> 32);
            break;
        case 1199:
            r[b] -= x & 50511u;
            y += r[a];
            break;
        case 1200:
            r[a] += r[b] + 18585u;
            break;
        case 1201:
            x = x * 104361u + k;
            break;
        case 1202:
            y ^= x >> 25;
            flag = y < 663683072u;
            break;
        case 1203:
            r[a] = memory[(r[b] + 1203) & 4095];
            break;
        case 1204:
            memory[(x + k + 1204) & 4095] = (u8)(r[a] + y);
            break;
        case 1205:
            if (flag)
                at += 2 + 2;
            break;
        case 1206:
            acc = acc * 2415 + (x ^ r[b]);
            break;
        case 1207:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1208:
            flag = (r[a] & 50523u) > (r[b] & 50523u);
            break;
        case 1209:
            x = flag ? r[b] : x - 58856u;
            break;
        case 1210:
            acc += (u64)r[a] * 26930u;
            y += (u32)(acc >> 32);
            break;
        case 1211:
            r[b] -= x & 60525u;
            y += r[a];
            break;
        case 1212:
            r[a] += r[b] + 28599u;
            break;
        case 1213:
            x = x * 124389u + k;
            break;
        case 1214:
            y ^= x >> 6;
            flag = y < 991821824u;
            break;
        case 1215:
            r[a] = memory[(r[b] + 1215) & 4095];
            break;
        case 1216:
            memory[(x + k + 1216) & 4095] = (u8)(r[a] + y);
            break;
        case 1217:
            if (flag)
                at += 2 + 2;
            break;
        case 1218:
            acc = acc * 2439 + (x ^ r[b]);
            break;
        case 1219:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1220:
            flag = (r[a] & 70551u) > (r[b] & 70551u);
            break;
        case 1221:
            x = flag ? r[b] : x - 3349u;
            break;
        case 1222:
            acc += (u64)r[a] * 36944u;
            y += (u32)(acc >> 32);
            break;
        case 1223:
            r[b] -= x & 5018u;
            y += r[a];
            break;
        case 1224:
            r[a] += r[b] + 38613u;
            break;
        case 1225:
            x = x * 13375u + k;
            break;
        case 1226:
            y ^= x >> 18;
            flag = y < 1319960576u;
            break;
        case 1227:
            r[a] = memory[(r[b] + 1227) & 4095];
            break;
        case 1228:
            memory[(x + k + 1228) & 4095] = (u8)(r[a] + y);
            break;
        case 1229:
            if (flag)
                at += 2 + 2;
            break;
        case 1230:
            acc = acc * 2463 + (x ^ r[b]);
            break;
        case 1231:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1232:
            flag = (r[a] & 90579u) > (r[b] & 90579u);
            break;
        case 1233:
            x = flag ? r[b] : x - 13363u;
            break;
        case 1234:
            acc += (u64)r[a] * 46958u;
            y += (u32)(acc >> 32);
            break;
        case 1235:
            r[b] -= x & 15032u;
            y += r[a];
            break;
        case 1236:
            r[a] += r[b] + 48627u;
            break;
        case 1237:
            x = x * 33403u + k;
            break;
        case 1238:
            y ^= x >> 30;
            flag = y < 1648099328u;
            break;
        case 1239:
            r[a] = memory[(r[b] + 1239) & 4095];
            break;
        case 1240:
            memory[(x + k + 1240) & 4095] = (u8)(r[a] + y);
            break;
        case 1241:
            if (flag)
                at += 2 + 2;
            break;
        case 1242:
            acc = acc * 2487 + (x ^ r[b]);
            break;
        case 1243:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1244:
            flag = (r[a] & 110607u) > (r[b] & 110607u);
            break;
        case 1245:
            x = flag ? r[b] : x - 23377u;
            break;
        case 1246:
            acc += (u64)r[a] * 56972u;
            y += (u32)(acc >> 32);
            break;
        case 1247:
            r[b] -= x & 25046u;
            y += r[a];
            break;
        case 1248:
            r[a] += r[b] + 58641u;
            break;
        case 1249:
            x = x * 53431u + k;
            break;
        case 1250:
            y ^= x >> 11;
            flag = y < 1976238080u;
            break;
        case 1251:
            r[a] = memory[(r[b] + 1251) & 4095];
            break;
        case 1252:
            memory[(x + k + 1252) & 4095] = (u8)(r[a] + y);
            break;
        case 1253:
            if (flag)
                at += 2 + 2;
            break;
        case 1254:
            acc = acc * 2511 + (x ^ r[b]);
            break;
        case 1255:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1256:
            flag = (r[a] & 130635u) > (r[b] & 130635u);
            break;
        case 1257:
            x = flag ? r[b] : x - 33391u;
            break;
        case 1258:
            acc += (u64)r[a] * 1465u;
            y += (u32)(acc >> 32);
            break;
        case 1259:
            r[b] -= x & 35060u;
            y += r[a];
            break;
        case 1260:
            r[a] += r[b] + 3134u;
            break;
        case 1261:
            x = x * 73459u + k;
            break;
        case 1262:
            y ^= x >> 23;
            flag = y < 157384704u;
            break;
        case 1263:
            r[a] = memory[(r[b] + 1263) & 4095];
            break;
        case 1264:
            memory[(x + k + 1264) & 4095] = (u8)(r[a] + y);
            break;
        case 1265:
            if (flag)
                at += 2 + 2;
            break;
        case 1266:
            acc = acc * 2535 + (x ^ r[b]);
            break;
        case 1267:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1268:
            flag = (r[a] & 19621u) > (r[b] & 19621u);
            break;
        case 1269:
            x = flag ? r[b] : x - 43405u;
            break;
        case 1270:
            acc += (u64)r[a] * 11479u;
            y += (u32)(acc >> 32);
            break;
        case 1271:
            r[b] -= x & 45074u;
            y += r[a];
            break;
        case 1272:
            r[a] += r[b] + 13148u;
            break;
        case 1273:
            x = x * 93487u + k;
            break;
        case 1274:
            y ^= x >> 4;
            flag = y < 485523456u;
            break;
        case 1275:
            r[a] = memory[(r[b] + 1275) & 4095];
            break;
        case 1276:
            memory[(x + k + 1276) & 4095] = (u8)(r[a] + y);
            break;
        case 1277:
            if (flag)
                at += 2 + 2;
            break;
        case 1278:
            acc = acc * 2559 + (x ^ r[b]);
            break;
        case 1279:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1280:
            flag = (r[a] & 39649u) > (r[b] & 39649u);
            break;
        case 1281:
            x = flag ? r[b] : x - 53419u;
            break;
        case 1282:
            acc += (u64)r[a] * 21493u;
            y += (u32)(acc >> 32);
            break;
        case 1283:
            r[b] -= x & 55088u;
            y += r[a];
            break;
        case 1284:
            r[a] += r[b] + 23162u;
            break;
        case 1285:
            x = x * 113515u + k;
            break;
        case 1286:
            y ^= x >> 16;
            flag = y < 813662208u;
            break;
        case 1287:
            r[a] = memory[(r[b] + 1287) & 4095];
            break;
        case 1288:
            memory[(x + k + 1288) & 4095] = (u8)(r[a] + y);
            break;
        case 1289:
            if (flag)
                at += 2 + 2;
            break;
        case 1290:
            acc = acc * 2583 + (x ^ r[b]);
            break;
        case 1291:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1292:
            flag = (r[a] & 59677u) > (r[b] & 59677u);
            break;
        case 1293:
            x = flag ? r[b] : x - 63433u;
            break;
        case 1294:
            acc += (u64)r[a] * 31507u;
            y += (u32)(acc >> 32);
            break;
        case 1295:
            r[b] -= x & 65102u;
            y += r[a];
            break;
        case 1296:
            r[a] += r[b] + 33176u;
            break;
        case 1297:
            x = x * 2501u + k;
            break;
        case 1298:
            y ^= x >> 28;
            flag = y < 1141800960u;
            break;
        case 1299:
            r[a] = memory[(r[b] + 1299) & 4095];
            break;
        case 1300:
            memory[(x + k + 1300) & 4095] = (u8)(r[a] + y);
            break;
        case 1301:
            if (flag)
                at += 2 + 2;
            break;
        case 1302:
            acc = acc * 2607 + (x ^ r[b]);
            break;
        case 1303:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1304:
            flag = (r[a] & 79705u) > (r[b] & 79705u);
            break;
        case 1305:
            x = flag ? r[b] : x - 7926u;
            break;
        case 1306:
            acc += (u64)r[a] * 41521u;
            y += (u32)(acc >> 32);
            break;
        case 1307:
            r[b] -= x & 9595u;
            y += r[a];
            break;
        case 1308:
            r[a] += r[b] + 43190u;
            break;
        case 1309:
            x = x * 22529u + k;
            break;
        case 1310:
            y ^= x >> 9;
            flag = y < 1469939712u;
            break;
        case 1311:
            r[a] = memory[(r[b] + 1311) & 4095];
            break;
        case 1312:
            memory[(x + k + 1312) & 4095] = (u8)(r[a] + y);
            break;
        case 1313:
            if (flag)
                at += 2 + 2;
            break;
        case 1314:
            acc = acc * 2631 + (x ^ r[b]);
            break;
        case 1315:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1316:
            flag = (r[a] & 99733u) > (r[b] & 99733u);
            break;
        case 1317:
            x = flag ? r[b] : x - 17940u;
            break;
        case 1318:
            acc += (u64)r[a] * 51535u;
            y += (u32)(acc >> 32);
            break;
        case 1319:
            r[b] -= x & 19609u;
            y += r[a];
            break;
        case 1320:
            r[a] += r[b] + 53204u;
            break;
        case 1321:
            x = x * 42557u + k;
            break;
        case 1322:
            y ^= x >> 21;
            flag = y < 1798078464u;
            break;
        case 1323:
            r[a] = memory[(r[b] + 1323) & 4095];
            break;
        case 1324:
            memory[(x + k + 1324) & 4095] = (u8)(r[a] + y);
            break;
        case 1325:
            if (flag)
                at += 2 + 2;
            break;
        case 1326:
            acc = acc * 2655 + (x ^ r[b]);
            break;
        case 1327:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1328:
            flag = (r[a] & 119761u) > (r[b] & 119761u);
            break;
        case 1329:
            x = flag ? r[b] : x - 27954u;
            break;
        case 1330:
            acc += (u64)r[a] * 61549u;
            y += (u32)(acc >> 32);
            break;
        case 1331:
            r[b] -= x & 29623u;
            y += r[a];
            break;
        case 1332:
            r[a] += r[b] + 63218u;
            break;
        case 1333:
            x = x * 62585u + k;
            break;
        case 1334:
            y ^= x >> 2;
            flag = y < 2126217216u;
            break;
        case 1335:
            r[a] = memory[(r[b] + 1335) & 4095];
            break;
        case 1336:
            memory[(x + k + 1336) & 4095] = (u8)(r[a] + y);
            break;
        case 1337:
            if (flag)
                at += 2 + 2;
            break;
        case 1338:
            acc = acc * 2679 + (x ^ r[b]);
            break;
        case 1339:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1340:
            flag = (r[a] & 8747u) > (r[b] & 8747u);
            break;
        case 1341:
            x = flag ? r[b] : x - 37968u;
            break;
        case 1342:
            acc += (u64)r[a] * 6042u;
            y += (u32)(acc >> 32);
            break;
        case 1343:
            r[b] -= x & 39637u;
            y += r[a];
            break;
        case 1344:
            r[a] += r[b] + 7711u;
            break;
        case 1345:
            x = x * 82613u + k;
            break;
        case 1346:
            y ^= x >> 14;
            flag = y < 307363840u;
            break;
        case 1347:
            r[a] = memory[(r[b] + 1347) & 4095];
            break;
        case 1348:
            memory[(x + k + 1348) & 4095] = (u8)(r[a] + y);
            break;
        case 1349:
            if (flag)
                at += 2 + 2;
            break;
        case 1350:
            acc = acc * 2703 + (x ^ r[b]);
            break;
        case 1351:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1352:
            flag = (r[a] & 28775u) > (r[b] & 28775u);
            break;
        case 1353:
            x = flag ? r[b] : x - 47982u;
            break;
        case 1354:
            acc += (u64)r[a] * 16056u;
            y += (u32)(acc >> 32);
            break;
        case 1355:
            r[b] -= x & 49651u;
            y += r[a];
            break;
        case 1356:
            r[a] += r[b] + 17725u;
            break;
        case 1357:
            x = x * 102641u + k;
            break;
        case 1358:
            y ^= x >> 26;
            flag = y < 635502592u;
            break;
        case 1359:
            r[a] = memory[(r[b] + 1359) & 4095];
            break;
        case 1360:
            memory[(x + k + 1360) & 4095] = (u8)(r[a] + y);
            break;
        case 1361:
            if (flag)
                at += 2 + 2;
            break;
        case 1362:
            acc = acc * 2727 + (x ^ r[b]);
            break;
        case 1363:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1364:
            flag = (r[a] & 48803u) > (r[b] & 48803u);
            break;
        case 1365:
            x = flag ? r[b] : x - 57996u;
            break;
        case 1366:
            acc += (u64)r[a] * 26070u;
            y += (u32)(acc >> 32);
            break;
        case 1367:
            r[b] -= x & 59665u;
            y += r[a];
            break;
        case 1368:
            r[a] += r[b] + 27739u;
            break;
        case 1369:
            x = x * 122669u + k;
            break;
        case 1370:
            y ^= x >> 7;
            flag = y < 963641344u;
            break;
        case 1371:
            r[a] = memory[(r[b] + 1371) & 4095];
            break;
        case 1372:
            memory[(x + k + 1372) & 4095] = (u8)(r[a] + y);
            break;
        case 1373:
            if (flag)
                at += 2 + 2;
            break;
        case 1374:
            acc = acc * 2751 + (x ^ r[b]);
            break;
        case 1375:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1376:
            flag = (r[a] & 68831u) > (r[b] & 68831u);
            break;
        case 1377:
            x = flag ? r[b] : x - 2489u;
            break;
        case 1378:
            acc += (u64)r[a] * 36084u;
            y += (u32)(acc >> 32);
            break;
        case 1379:
            r[b] -= x & 4158u;
            y += r[a];
            break;
        case 1380:
            r[a] += r[b] + 37753u;
            break;
        case 1381:
            x = x * 11655u + k;
            break;
        case 1382:
            y ^= x >> 19;
            flag = y < 1291780096u;
            break;
        case 1383:
            r[a] = memory[(r[b] + 1383) & 4095];
            break;
        case 1384:
            memory[(x + k + 1384) & 4095] = (u8)(r[a] + y);
            break;
        case 1385:
            if (flag)
                at += 2 + 2;
            break;
        case 1386:
            acc = acc * 2775 + (x ^ r[b]);
            break;
        case 1387:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1388:
            flag = (r[a] & 88859u) > (r[b] & 88859u);
            break;
        case 1389:
            x = flag ? r[b] : x - 12503u;
            break;
        case 1390:
            acc += (u64)r[a] * 46098u;
            y += (u32)(acc >> 32);
            break;
        case 1391:
            r[b] -= x & 14172u;
            y += r[a];
            break;
        case 1392:
            r[a] += r[b] + 47767u;
            break;
        case 1393:
            x = x * 31683u + k;
            break;
        case 1394:
            y ^= x >> 31;
            flag = y < 1619918848u;
            break;
        case 1395:
            r[a] = memory[(r[b] + 1395) & 4095];
            break;
        case 1396:
            memory[(x + k + 1396) & 4095] = (u8)(r[a] + y);
            break;
        case 1397:
            if (flag)
                at += 2 + 2;
            break;
        case 1398:
            acc = acc * 2799 + (x ^ r[b]);
            break;
        case 1399:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1400:
            flag = (r[a] & 108887u) > (r[b] & 108887u);
            break;
        case 1401:
            x = flag ? r[b] : x - 22517u;
            break;
        case 1402:
            acc += (u64)r[a] * 56112u;
            y += (u32)(acc >> 32);
            break;
        case 1403:
            r[b] -= x & 24186u;
            y += r[a];
            break;
        case 1404:
            r[a] += r[b] + 57781u;
            break;
        case 1405:
            x = x * 51711u + k;
            break;
        case 1406:
            y ^= x >> 12;
            flag = y < 1948057600u;
            break;
        case 1407:
            r[a] = memory[(r[b] + 1407) & 4095];
            break;
        case 1408:
            memory[(x + k + 1408) & 4095] = (u8)(r[a] + y);
            break;
        case 1409:
            if (flag)
                at += 2 + 2;
            break;
        case 1410:
            acc = acc * 2823 + (x ^ r[b]);
            break;
        case 1411:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1412:
            flag = (r[a] & 128915u) > (r[b] & 128915u);
            break;
        case 1413:
            x = flag ? r[b] : x - 32531u;
            break;
        case 1414:
            acc += (u64)r[a] * 605u;
            y += (u32)(acc >> 32);
            break;
        case 1415:
            r[b] -= x & 34200u;
            y += r[a];
            break;
        case 1416:
            r[a] += r[b] + 2274u;
            break;
        case 1417:
            x = x * 71739u + k;
            break;
        case 1418:
            y ^= x >> 24;
            flag = y < 129204224u;
            break;
        case 1419:
            r[a] = memory[(r[b] + 1419) & 4095];
            break;
        case 1420:
            memory[(x + k + 1420) & 4095] = (u8)(r[a] + y);
            break;
        case 1421:
            if (flag)
                at += 2 + 2;
            break;
        case 1422:
            acc = acc * 2847 + (x ^ r[b]);
            break;
        case 1423:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1424:
            flag = (r[a] & 17901u) > (r[b] & 17901u);
            break;
        case 1425:
            x = flag ? r[b] : x - 42545u;
            break;
        case 1426:
            acc += (u64)r[a] * 10619u;
            y += (u32)(acc >> 32);
            break;
        case 1427:
            r[b] -= x & 44214u;
            y += r[a];
            break;
        case 1428:
            r[a] += r[b] + 12288u;
            break;
        case 1429:
            x = x * 91767u + k;
            break;
        case 1430:
            y ^= x >> 5;
            flag = y < 457342976u;
            break;
        case 1431:
            r[a] = memory[(r[b] + 1431) & 4095];
            break;
        case 1432:
            memory[(x + k + 1432) & 4095] = (u8)(r[a] + y);
            break;
        case 1433:
            if (flag)
                at += 2 + 2;
            break;
        case 1434:
            acc = acc * 2871 + (x ^ r[b]);
            break;
        case 1435:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1436:
            flag = (r[a] & 37929u) > (r[b] & 37929u);
            break;
        case 1437:
            x = flag ? r[b] : x - 52559u;
            break;
        case 1438:
            acc += (u64)r[a] * 20633u;
            y += (u32)(acc >> 32);
            break;
        case 1439:
            r[b] -= x & 54228u;
            y += r[a];
            break;
        case 1440:
            r[a] += r[b] + 22302u;
            break;
        case 1441:
            x = x * 111795u + k;
            break;
        case 1442:
            y ^= x >> 17;
            flag = y < 785481728u;
            break;
        case 1443:
            r[a] = memory[(r[b] + 1443) & 4095];
            break;
        case 1444:
            memory[(x + k + 1444) & 4095] = (u8)(r[a] + y);
            break;
        case 1445:
            if (flag)
                at += 2 + 2;
            break;
        case 1446:
            acc = acc * 2895 + (x ^ r[b]);
            break;
        case 1447:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1448:
            flag = (r[a] & 57957u) > (r[b] & 57957u);
            break;
        case 1449:
            x = flag ? r[b] : x - 62573u;
            break;
        case 1450:
            acc += (u64)r[a] * 30647u;
            y += (u32)(acc >> 32);
            break;
        case 1451:
            r[b] -= x & 64242u;
            y += r[a];
            break;
        case 1452:
            r[a] += r[b] + 32316u;
            break;
        case 1453:
            x = x * 781u + k;
            break;
        case 1454:
            y ^= x >> 29;
            flag = y < 1113620480u;
            break;
        case 1455:
            r[a] = memory[(r[b] + 1455) & 4095];
            break;
        case 1456:
            memory[(x + k + 1456) & 4095] = (u8)(r[a] + y);
            break;
        case 1457:
            if (flag)
                at += 2 + 2;
            break;
        case 1458:
            acc = acc * 2919 + (x ^ r[b]);
            break;
        case 1459:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1460:
            flag = (r[a] & 77985u) > (r[b] & 77985u);
            break;
        case 1461:
            x = flag ? r[b] : x - 7066u;
            break;
        case 1462:
            acc += (u64)r[a] * 40661u;
            y += (u32)(acc >> 32);
            break;
        case 1463:
            r[b] -= x & 8735u;
            y += r[a];
            break;
        case 1464:
            r[a] += r[b] + 42330u;
            break;
        case 1465:
            x = x * 20809u + k;
            break;
        case 1466:
            y ^= x >> 10;
            flag = y < 1441759232u;
            break;
        case 1467:
            r[a] = memory[(r[b] + 1467) & 4095];
            break;
        case 1468:
            memory[(x + k + 1468) & 4095] = (u8)(r[a] + y);
            break;
        case 1469:
            if (flag)
                at += 2 + 2;
            break;
        case 1470:
            acc = acc * 2943 + (x ^ r[b]);
            break;
        case 1471:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1472:
            flag = (r[a] & 98013u) > (r[b] & 98013u);
            break;
        case 1473:
            x = flag ? r[b] : x - 17080u;
            break;
        case 1474:
            acc += (u64)r[a] * 50675u;
            y += (u32)(acc >> 32);
            break;
        case 1475:
            r[b] -= x & 18749u;
            y += r[a];
            break;
        case 1476:
            r[a] += r[b] + 52344u;
            break;
        case 1477:
            x = x * 40837u + k;
            break;
        case 1478:
            y ^= x >> 22;
            flag = y < 1769897984u;
            break;
        case 1479:
            r[a] = memory[(r[b] + 1479) & 4095];
            break;
        case 1480:
            memory[(x + k + 1480) & 4095] = (u8)(r[a] + y);
            break;
        case 1481:
            if (flag)
                at += 2 + 2;
            break;
        case 1482:
            acc = acc * 2967 + (x ^ r[b]);
            break;
        case 1483:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1484:
            flag = (r[a] & 118041u) > (r[b] & 118041u);
            break;
        case 1485:
            x = flag ? r[b] : x - 27094u;
            break;
        case 1486:
            acc += (u64)r[a] * 60689u;
            y += (u32)(acc >> 32);
            break;
        case 1487:
            r[b] -= x & 28763u;
            y += r[a];
            break;
        case 1488:
            r[a] += r[b] + 62358u;
            break;
        case 1489:
            x = x * 60865u + k;
            break;
        case 1490:
            y ^= x >> 3;
            flag = y < 2098036736u;
            break;
        case 1491:
            r[a] = memory[(r[b] + 1491) & 4095];
            break;
        case 1492:
            memory[(x + k + 1492) & 4095] = (u8)(r[a] + y);
            break;
        case 1493:
            if (flag)
                at += 2 + 2;
            break;
        case 1494:
            acc = acc * 2991 + (x ^ r[b]);
            break;
        case 1495:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1496:
            flag = (r[a] & 7027u) > (r[b] & 7027u);
            break;
        case 1497:
            x = flag ? r[b] : x - 37108u;
            break;
        case 1498:
            acc += (u64)r[a] * 5182u;
            y += (u32)(acc >> 32);
            break;
        case 1499:
            r[b] -= x & 38777u;
            y += r[a];
            break;
        case 1500:
            r[a] += r[b] + 6851u;
            break;
        case 1501:
            x = x * 80893u + k;
            break;
        case 1502:
            y ^= x >> 15;
            flag = y < 279183360u;
            break;
        case 1503:
            r[a] = memory[(r[b] + 1503) & 4095];
            break;
        case 1504:
            memory[(x + k + 1504) & 4095] = (u8)(r[a] + y);
            break;
        case 1505:
            if (flag)
                at += 2 + 2;
            break;
        case 1506:
            acc = acc * 3015 + (x ^ r[b]);
            break;
        case 1507:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1508:
            flag = (r[a] & 27055u) > (r[b] & 27055u);
            break;
        case 1509:
            x = flag ? r[b] : x - 47122u;
            break;
        case 1510:
            acc += (u64)r[a] * 15196u;
            y += (u32)(acc >> 32);
            break;
        case 1511:
            r[b] -= x & 48791u;
            y += r[a];
            break;
        case 1512:
            r[a] += r[b] + 16865u;
            break;
        case 1513:
            x = x * 100921u + k;
            break;
        case 1514:
            y ^= x >> 27;
            flag = y < 607322112u;
            break;
        case 1515:
            r[a] = memory[(r[b] + 1515) & 4095];
            break;
        case 1516:
            memory[(x + k + 1516) & 4095] = (u8)(r[a] + y);
            break;
        case 1517:
            if (flag)
                at += 2 + 2;
            break;
        case 1518:
            acc = acc * 3039 + (x ^ r[b]);
            break;
        case 1519:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1520:
            flag = (r[a] & 47083u) > (r[b] & 47083u);
            break;
        case 1521:
            x = flag ? r[b] : x - 57136u;
            break;
        case 1522:
            acc += (u64)r[a] * 25210u;
            y += (u32)(acc >> 32);
            break;
        case 1523:
            r[b] -= x & 58805u;
            y += r[a];
            break;
        case 1524:
            r[a] += r[b] + 26879u;
            break;
        case 1525:
            x = x * 120949u + k;
            break;
        case 1526:
            y ^= x >> 8;
            flag = y < 935460864u;
            break;
        case 1527:
            r[a] = memory[(r[b] + 1527) & 4095];
            break;
        case 1528:
            memory[(x + k + 1528) & 4095] = (u8)(r[a] + y);
            break;
        case 1529:
            if (flag)
                at += 2 + 2;
            break;
        case 1530:
            acc = acc * 3063 + (x ^ r[b]);
            break;
        case 1531:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1532:
            flag = (r[a] & 67111u) > (r[b] & 67111u);
            break;
        case 1533:
            x = flag ? r[b] : x - 1629u;
            break;
        case 1534:
            acc += (u64)r[a] * 35224u;
            y += (u32)(acc >> 32);
            break;
        case 1535:
            r[b] -= x & 3298u;
            y += r[a];
            break;
        case 1536:
            r[a] += r[b] + 36893u;
            break;
        case 1537:
            x = x * 9935u + k;
            break;
        case 1538:
            y ^= x >> 20;
            flag = y < 1263599616u;
            break;
        case 1539:
            r[a] = memory[(r[b] + 1539) & 4095];
            break;
        case 1540:
            memory[(x + k + 1540) & 4095] = (u8)(r[a] + y);
            break;
        case 1541:
            if (flag)
                at += 2 + 2;
            break;
        case 1542:
            acc = acc * 3087 + (x ^ r[b]);
            break;
        case 1543:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1544:
            flag = (r[a] & 87139u) > (r[b] & 87139u);
            break;
        case 1545:
            x = flag ? r[b] : x - 11643u;
            break;
        case 1546:
            acc += (u64)r[a] * 45238u;
            y += (u32)(acc >> 32);
            break;
        case 1547:
            r[b] -= x & 13312u;
            y += r[a];
            break;
        case 1548:
            r[a] += r[b] + 46907u;
            break;
        case 1549:
            x = x * 29963u + k;
            break;
        case 1550:
            y ^= x >> 1;
            flag = y < 1591738368u;
            break;
        case 1551:
            r[a] = memory[(r[b] + 1551) & 4095];
            break;
        case 1552:
            memory[(x + k + 1552) & 4095] = (u8)(r[a] + y);
            break;
        case 1553:
            if (flag)
                at += 2 + 2;
            break;
        case 1554:
            acc = acc * 3111 + (x ^ r[b]);
            break;
        case 1555:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1556:
            flag = (r[a] & 107167u) > (r[b] & 107167u);
            break;
        case 1557:
            x = flag ? r[b] : x - 21657u;
            break;
        case 1558:
            acc += (u64)r[a] * 55252u;
            y += (u32)(acc >> 32);
            break;
        case 1559:
            r[b] -= x & 23326u;
            y += r[a];
            break;
        case 1560:
            r[a] += r[b] + 56921u;
            break;
        case 1561:
            x = x * 49991u + k;
            break;
        case 1562:
            y ^= x >> 13;
            flag = y < 1919877120u;
            break;
        case 1563:
            r[a] = memory[(r[b] + 1563) & 4095];
            break;
        case 1564:
            memory[(x + k + 1564) & 4095] = (u8)(r[a] + y);
            break;
        case 1565:
            if (flag)
                at += 2 + 2;
            break;
        case 1566:
            acc = acc * 3135 + (x ^ r[b]);
            break;
        case 1567:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1568:
            flag = (r[a] & 127195u) > (r[b] & 127195u);
            break;
        case 1569:
            x = flag ? r[b] : x - 31671u;
            break;
        case 1570:
            acc += (u64)r[a] * 65266u;
            y += (u32)(acc >> 32);
            break;
        case 1571:
            r[b] -= x & 33340u;
            y += r[a];
            break;
        case 1572:
            r[a] += r[b] + 1414u;
            break;
        case 1573:
            x = x * 70019u + k;
            break;
        case 1574:
            y ^= x >> 25;
            flag = y < 101023744u;
            break;
        case 1575:
            r[a] = memory[(r[b] + 1575) & 4095];
            break;
        case 1576:
            memory[(x + k + 1576) & 4095] = (u8)(r[a] + y);
            break;
        case 1577:
            if (flag)
                at += 2 + 2;
            break;
        case 1578:
            acc = acc * 3159 + (x ^ r[b]);
            break;
        case 1579:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1580:
            flag = (r[a] & 16181u) > (r[b] & 16181u);
            break;
        case 1581:
            x = flag ? r[b] : x - 41685u;
            break;
        case 1582:
            acc += (u64)r[a] * 9759u;
            y += (u32)(acc >> 32);
            break;
        case 1583:
            r[b] -= x & 43354u;
            y += r[a];
            break;
        case 1584:
            r[a] += r[b] + 11428u;
            break;
        case 1585:
            x = x * 90047u + k;
            break;
        case 1586:
            y ^= x >> 6;
            flag = y < 429162496u;
            break;
        case 1587:
            r[a] = memory[(r[b] + 1587) & 4095];
            break;
        case 1588:
            memory[(x + k + 1588) & 4095] = (u8)(r[a] + y);
            break;
        case 1589:
            if (flag)
                at += 2 + 2;
            break;
        case 1590:
            acc = acc * 3183 + (x ^ r[b]);
            break;
        case 1591:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1592:
            flag = (r[a] & 36209u) > (r[b] & 36209u);
            break;
        case 1593:
            x = flag ? r[b] : x - 51699u;
            break;
        case 1594:
            acc += (u64)r[a] * 19773u;
            y += (u32)(acc >> 32);
            break;
        case 1595:
            r[b] -= x & 53368u;
            y += r[a];
            break;
        case 1596:
            r[a] += r[b] + 21442u;
            break;
        case 1597:
            x = x * 110075u + k;
            break;
        case 1598:
            y ^= x >> 18;
            flag = y < 757301248u;
            break;
        case 1599:
            r[a] = memory[(r[b] + 1599) & 4095];
            break;
        case 1600:
            memory[(x + k + 1600) & 4095] = (u8)(r[a] + y);
            break;
        case 1601:
            if (flag)
                at += 2 + 2;
            break;
        case 1602:
            acc = acc * 3207 + (x ^ r[b]);
            break;
        case 1603:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1604:
            flag = (r[a] & 56237u) > (r[b] & 56237u);
            break;
        case 1605:
            x = flag ? r[b] : x - 61713u;
            break;
        case 1606:
            acc += (u64)r[a] * 29787u;
            y += (u32)(acc >> 32);
            break;
        case 1607:
            r[b] -= x & 63382u;
            y += r[a];
            break;
        case 1608:
            r[a] += r[b] + 31456u;
            break;
        case 1609:
            x = x * 130103u + k;
            break;
        case 1610:
            y ^= x >> 30;
            flag = y < 1085440000u;
            break;
        case 1611:
            r[a] = memory[(r[b] + 1611) & 4095];
            break;
        case 1612:
            memory[(x + k + 1612) & 4095] = (u8)(r[a] + y);
            break;
        case 1613:
            if (flag)
                at += 2 + 2;
            break;
        case 1614:
            acc = acc * 3231 + (x ^ r[b]);
            break;
        case 1615:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1616:
            flag = (r[a] & 76265u) > (r[b] & 76265u);
            break;
        case 1617:
            x = flag ? r[b] : x - 6206u;
            break;
        case 1618:
            acc += (u64)r[a] * 39801u;
            y += (u32)(acc >> 32);
            break;
        case 1619:
            r[b] -= x & 7875u;
            y += r[a];
            break;
        case 1620:
            r[a] += r[b] + 41470u;
            break;
        case 1621:
            x = x * 19089u + k;
            break;
        case 1622:
            y ^= x >> 11;
            flag = y < 1413578752u;
            break;
        case 1623:
            r[a] = memory[(r[b] + 1623) & 4095];
            break;
        case 1624:
            memory[(x + k + 1624) & 4095] = (u8)(r[a] + y);
            break;
        case 1625:
            if (flag)
                at += 2 + 2;
            break;
        case 1626:
            acc = acc * 3255 + (x ^ r[b]);
            break;
        case 1627:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1628:
            flag = (r[a] & 96293u) > (r[b] & 96293u);
            break;
        case 1629:
            x = flag ? r[b] : x - 16220u;
            break;
        case 1630:
            acc += (u64)r[a] * 49815u;
            y += (u32)(acc >> 32);
            break;
        case 1631:
            r[b] -= x & 17889u;
            y += r[a];
            break;
        case 1632:
            r[a] += r[b] + 51484u;
            break;
        case 1633:
            x = x * 39117u + k;
            break;
        case 1634:
            y ^= x >> 23;
            flag = y < 1741717504u;
            break;
        case 1635:
            r[a] = memory[(r[b] + 1635) & 4095];
            break;
        case 1636:
            memory[(x + k + 1636) & 4095] = (u8)(r[a] + y);
            break;
        case 1637:
            if (flag)
                at += 2 + 2;
            break;
        case 1638:
            acc = acc * 3279 + (x ^ r[b]);
            break;
        case 1639:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1640:
            flag = (r[a] & 116321u) > (r[b] & 116321u);
            break;
        case 1641:
            x = flag ? r[b] : x - 26234u;
            break;
        case 1642:
            acc += (u64)r[a] * 59829u;
            y += (u32)(acc >> 32);
            break;
        case 1643:
            r[b] -= x & 27903u;
            y += r[a];
            break;
        case 1644:
            r[a] += r[b] + 61498u;
            break;
        case 1645:
            x = x * 59145u + k;
            break;
        case 1646:
            y ^= x >> 4;
            flag = y < 2069856256u;
            break;
        case 1647:
            r[a] = memory[(r[b] + 1647) & 4095];
            break;
        case 1648:
            memory[(x + k + 1648) & 4095] = (u8)(r[a] + y);
            break;
        case 1649:
            if (flag)
                at += 2 + 2;
            break;
        case 1650:
            acc = acc * 3303 + (x ^ r[b]);
            break;
        case 1651:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1652:
            flag = (r[a] & 5307u) > (r[b] & 5307u);
            break;
        case 1653:
            x = flag ? r[b] : x - 36248u;
            break;
        case 1654:
            acc += (u64)r[a] * 4322u;
            y += (u32)(acc >> 32);
            break;
        case 1655:
            r[b] -= x & 37917u;
            y += r[a];
            break;
        case 1656:
            r[a] += r[b] + 5991u;
            break;
        case 1657:
            x = x * 79173u + k;
            break;
        case 1658:
            y ^= x >> 16;
            flag = y < 251002880u;
            break;
        case 1659:
            r[a] = memory[(r[b] + 1659) & 4095];
            break;
        case 1660:
            memory[(x + k + 1660) & 4095] = (u8)(r[a] + y);
            break;
        case 1661:
            if (flag)
                at += 2 + 2;
            break;
        case 1662:
            acc = acc * 3327 + (x ^ r[b]);
            break;
        case 1663:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1664:
            flag = (r[a] & 25335u) > (r[b] & 25335u);
            break;
        case 1665:
            x = flag ? r[b] : x - 46262u;
            break;
        case 1666:
            acc += (u64)r[a] * 14336u;
            y += (u32)(acc >> 32);
            break;
        case 1667:
            r[b] -= x & 47931u;
            y += r[a];
            break;
        case 1668:
            r[a] += r[b] + 16005u;
            break;
        case 1669:
            x = x * 99201u + k;
            break;
        case 1670:
            y ^= x >> 28;
            flag = y < 579141632u;
            break;
        case 1671:
            r[a] = memory[(r[b] + 1671) & 4095];
            break;
        case 1672:
            memory[(x + k + 1672) & 4095] = (u8)(r[a] + y);
            break;
        case 1673:
            if (flag)
                at += 2 + 2;
            break;
        case 1674:
            acc = acc * 3351 + (x ^ r[b]);
            break;
        case 1675:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1676:
            flag = (r[a] & 45363u) > (r[b] & 45363u);
            break;
        case 1677:
            x = flag ? r[b] : x - 56276u;
            break;
        case 1678:
            acc += (u64)r[a] * 24350u;
            y += (u32)(acc >> 32);
            break;
        case 1679:
            r[b] -= x & 57945u;
            y += r[a];
            break;
        case 1680:
            r[a] += r[b] + 26019u;
            break;
        case 1681:
            x = x * 119229u + k;
            break;
        case 1682:
            y ^= x >> 9;
            flag = y < 907280384u;
            break;
        case 1683:
            r[a] = memory[(r[b] + 1683) & 4095];
            break;
        case 1684:
            memory[(x + k + 1684) & 4095] = (u8)(r[a] + y);
            break;
        case 1685:
            if (flag)
                at += 2 + 2;
            break;
        case 1686:
            acc = acc * 3375 + (x ^ r[b]);
            break;
        case 1687:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1688:
            flag = (r[a] & 65391u) > (r[b] & 65391u);
            break;
        case 1689:
            x = flag ? r[b] : x - 769u;
            break;
        case 1690:
            acc += (u64)r[a] * 34364u;
            y += (u32)(acc >> 32);
            break;
        case 1691:
            r[b] -= x & 2438u;
            y += r[a];
            break;
        case 1692:
            r[a] += r[b] + 36033u;
            break;
        case 1693:
            x = x * 8215u + k;
            break;
        case 1694:
            y ^= x >> 21;
            flag = y < 1235419136u;
            break;
        case 1695:
            r[a] = memory[(r[b] + 1695) & 4095];
            break;
        case 1696:
            memory[(x + k + 1696) & 4095] = (u8)(r[a] + y);
            break;
        case 1697:
            if (flag)
                at += 2 + 2;
            break;
        case 1698:
            acc = acc * 3399 + (x ^ r[b]);
            break;
        case 1699:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1700:
            flag = (r[a] & 85419u) > (r[b] & 85419u);
            break;
        case 1701:
            x = flag ? r[b] : x - 10783u;
            break;
        case 1702:
            acc += (u64)r[a] * 44378u;
            y += (u32)(acc >> 32);
            break;
        case 1703:
            r[b] -= x & 12452u;
            y += r[a];
            break;
        case 1704:
            r[a] += r[b] + 46047u;
            break;
        case 1705:
            x = x * 28243u + k;
            break;
        case 1706:
            y ^= x >> 2;
            flag = y < 1563557888u;
            break;
        case 1707:
            r[a] = memory[(r[b] + 1707) & 4095];
            break;
        case 1708:
            memory[(x + k + 1708) & 4095] = (u8)(r[a] + y);
            break;
        case 1709:
            if (flag)
                at += 2 + 2;
            break;
        case 1710:
            acc = acc * 3423 + (x ^ r[b]);
            break;
        case 1711:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1712:
            flag = (r[a] & 105447u) > (r[b] & 105447u);
            break;
        case 1713:
            x = flag ? r[b] : x - 20797u;
            break;
        case 1714:
            acc += (u64)r[a] * 54392u;
            y += (u32)(acc >> 32);
            break;
        case 1715:
            r[b] -= x & 22466u;
            y += r[a];
            break;
        case 1716:
            r[a] += r[b] + 56061u;
            break;
        case 1717:
            x = x * 48271u + k;
            break;
        case 1718:
            y ^= x >> 14;
            flag = y < 1891696640u;
            break;
        case 1719:
            r[a] = memory[(r[b] + 1719) & 4095];
            break;
        case 1720:
            memory[(x + k + 1720) & 4095] = (u8)(r[a] + y);
            break;
        case 1721:
            if (flag)
                at += 2 + 2;
            break;
        case 1722:
            acc = acc * 3447 + (x ^ r[b]);
            break;
        case 1723:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1724:
            flag = (r[a] & 125475u) > (r[b] & 125475u);
            break;
        case 1725:
            x = flag ? r[b] : x - 30811u;
            break;
        case 1726:
            acc += (u64)r[a] * 64406u;
            y += (u32)(acc >> 32);
            break;
        case 1727:
            r[b] -= x & 32480u;
            y += r[a];
            break;
        case 1728:
            r[a] += r[b] + 554u;
            break;
        case 1729:
            x = x * 68299u + k;
            break;
        case 1730:
            y ^= x >> 26;
            flag = y < 72843264u;
            break;
        case 1731:
            r[a] = memory[(r[b] + 1731) & 4095];
            break;
        case 1732:
            memory[(x + k + 1732) & 4095] = (u8)(r[a] + y);
            break;
        case 1733:
            if (flag)
                at += 2 + 2;
            break;
        case 1734:
            acc = acc * 3471 + (x ^ r[b]);
            break;
        case 1735:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1736:
            flag = (r[a] & 14461u) > (r[b] & 14461u);
            break;
        case 1737:
            x = flag ? r[b] : x - 40825u;
            break;
        case 1738:
            acc += (u64)r[a] * 8899u;
            y += (u32)(acc >> 32);
            break;
        case 1739:
            r[b] -= x & 42494u;
            y += r[a];
            break;
        case 1740:
            r[a] += r[b] + 10568u;
            break;
        case 1741:
            x = x * 88327u + k;
            break;
        case 1742:
            y ^= x >> 7;
            flag = y < 400982016u;
            break;
        case 1743:
            r[a] = memory[(r[b] + 1743) & 4095];
            break;
        case 1744:
            memory[(x + k + 1744) & 4095] = (u8)(r[a] + y);
            break;
        case 1745:
            if (flag)
                at += 2 + 2;
            break;
        case 1746:
            acc = acc * 3495 + (x ^ r[b]);
            break;
        case 1747:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1748:
            flag = (r[a] & 34489u) > (r[b] & 34489u);
            break;
        case 1749:
            x = flag ? r[b] : x - 50839u;
            break;
        case 1750:
            acc += (u64)r[a] * 18913u;
            y += (u32)(acc >> 32);
            break;
        case 1751:
            r[b] -= x & 52508u;
            y += r[a];
            break;
        case 1752:
            r[a] += r[b] + 20582u;
            break;
        case 1753:
            x = x * 108355u + k;
            break;
        case 1754:
            y ^= x >> 19;
            flag = y < 729120768u;
            break;
        case 1755:
            r[a] = memory[(r[b] + 1755) & 4095];
            break;
        case 1756:
            memory[(x + k + 1756) & 4095] = (u8)(r[a] + y);
            break;
        case 1757:
            if (flag)
                at += 2 + 2;
            break;
        case 1758:
            acc = acc * 3519 + (x ^ r[b]);
            break;
        case 1759:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1760:
            flag = (r[a] & 54517u) > (r[b] & 54517u);
            break;
        case 1761:
            x = flag ? r[b] : x - 60853u;
            break;
        case 1762:
            acc += (u64)r[a] * 28927u;
            y += (u32)(acc >> 32);
            break;
        case 1763:
            r[b] -= x & 62522u;
            y += r[a];
            break;
        case 1764:
            r[a] += r[b] + 30596u;
            break;
        case 1765:
            x = x * 128383u + k;
            break;
        case 1766:
            y ^= x >> 31;
            flag = y < 1057259520u;
            break;
        case 1767:
            r[a] = memory[(r[b] + 1767) & 4095];
            break;
        case 1768:
            memory[(x + k + 1768) & 4095] = (u8)(r[a] + y);
            break;
        case 1769:
            if (flag)
                at += 2 + 2;
            break;
        case 1770:
            acc = acc * 3543 + (x ^ r[b]);
            break;
        case 1771:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1772:
            flag = (r[a] & 74545u) > (r[b] & 74545u);
            break;
        case 1773:
            x = flag ? r[b] : x - 5346u;
            break;
        case 1774:
            acc += (u64)r[a] * 38941u;
            y += (u32)(acc >> 32);
            break;
        case 1775:
            r[b] -= x & 7015u;
            y += r[a];
            break;
        case 1776:
            r[a] += r[b] + 40610u;
            break;
        case 1777:
            x = x * 17369u + k;
            break;
        case 1778:
            y ^= x >> 12;
            flag = y < 1385398272u;
            break;
        case 1779:
            r[a] = memory[(r[b] + 1779) & 4095];
            break;
        case 1780:
            memory[(x + k + 1780) & 4095] = (u8)(r[a] + y);
            break;
        case 1781:
            if (flag)
                at += 2 + 2;
            break;
        case 1782:
            acc = acc * 3567 + (x ^ r[b]);
            break;
        case 1783:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1784:
            flag = (r[a] & 94573u) > (r[b] & 94573u);
            break;
        case 1785:
            x = flag ? r[b] : x - 15360u;
            break;
        case 1786:
            acc += (u64)r[a] * 48955u;
            y += (u32)(acc >> 32);
            break;
        case 1787:
            r[b] -= x & 17029u;
            y += r[a];
            break;
        case 1788:
            r[a] += r[b] + 50624u;
            break;
        case 1789:
            x = x * 37397u + k;
            break;
        case 1790:
            y ^= x >> 24;
            flag = y < 1713537024u;
            break;
        case 1791:
            r[a] = memory[(r[b] + 1791) & 4095];
            break;
        case 1792:
            memory[(x + k + 1792) & 4095] = (u8)(r[a] + y);
            break;
        case 1793:
            if (flag)
                at += 2 + 2;
            break;
        case 1794:
            acc = acc * 3591 + (x ^ r[b]);
            break;
        case 1795:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1796:
            flag = (r[a] & 114601u) > (r[b] & 114601u);
            break;
        case 1797:
            x = flag ? r[b] : x - 25374u;
            break;
        case 1798:
            acc += (u64)r[a] * 58969u;
            y += (u32)(acc >> 32);
            break;
        case 1799:
            r[b] -= x & 27043u;
            y += r[a];
            break;
        case 1800:
            r[a] += r[b] + 60638u;
            break;
        case 1801:
            x = x * 57425u + k;
            break;
        case 1802:
            y ^= x >> 5;
            flag = y < 2041675776u;
            break;
        case 1803:
            r[a] = memory[(r[b] + 1803) & 4095];
            break;
        case 1804:
            memory[(x + k + 1804) & 4095] = (u8)(r[a] + y);
            break;
        case 1805:
            if (flag)
                at += 2 + 2;
            break;
        case 1806:
            acc = acc * 3615 + (x ^ r[b]);
            break;
        case 1807:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1808:
            flag = (r[a] & 3587u) > (r[b] & 3587u);
            break;
        case 1809:
            x = flag ? r[b] : x - 35388u;
            break;
        case 1810:
            acc += (u64)r[a] * 3462u;
            y += (u32)(acc >> 32);
            break;
        case 1811:
            r[b] -= x & 37057u;
            y += r[a];
            break;
        case 1812:
            r[a] += r[b] + 5131u;
            break;
        case 1813:
            x = x * 77453u + k;
            break;
        case 1814:
            y ^= x >> 17;
            flag = y < 222822400u;
            break;
        case 1815:
            r[a] = memory[(r[b] + 1815) & 4095];
            break;
        case 1816:
            memory[(x + k + 1816) & 4095] = (u8)(r[a] + y);
            break;
        case 1817:
            if (flag)
                at += 2 + 2;
            break;
        case 1818:
            acc = acc * 3639 + (x ^ r[b]);
            break;
        case 1819:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1820:
            flag = (r[a] & 23615u) > (r[b] & 23615u);
            break;
        case 1821:
            x = flag ? r[b] : x - 45402u;
            break;
        case 1822:
            acc += (u64)r[a] * 13476u;
            y += (u32)(acc >> 32);
            break;
        case 1823:
            r[b] -= x & 47071u;
            y += r[a];
            break;
        case 1824:
            r[a] += r[b] + 15145u;
            break;
        case 1825:
            x = x * 97481u + k;
            break;
        case 1826:
            y ^= x >> 29;
            flag = y < 550961152u;
            break;
        case 1827:
            r[a] = memory[(r[b] + 1827) & 4095];
            break;
        case 1828:
            memory[(x + k + 1828) & 4095] = (u8)(r[a] + y);
            break;
        case 1829:
            if (flag)
                at += 2 + 2;
            break;
        case 1830:
            acc = acc * 3663 + (x ^ r[b]);
            break;
        case 1831:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1832:
            flag = (r[a] & 43643u) > (r[b] & 43643u);
            break;
        case 1833:
            x = flag ? r[b] : x - 55416u;
            break;
        case 1834:
            acc += (u64)r[a] * 23490u;
            y += (u32)(acc >> 32);
            break;
        case 1835:
            r[b] -= x & 57085u;
            y += r[a];
            break;
        case 1836:
            r[a] += r[b] + 25159u;
            break;
        case 1837:
            x = x * 117509u + k;
            break;
        case 1838:
            y ^= x >> 10;
            flag = y < 879099904u;
            break;
        case 1839:
            r[a] = memory[(r[b] + 1839) & 4095];
            break;
        case 1840:
            memory[(x + k + 1840) & 4095] = (u8)(r[a] + y);
            break;
        case 1841:
            if (flag)
                at += 2 + 2;
            break;
        case 1842:
            acc = acc * 3687 + (x ^ r[b]);
            break;
        case 1843:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1844:
            flag = (r[a] & 63671u) > (r[b] & 63671u);
            break;
        case 1845:
            x = flag ? r[b] : x - 65430u;
            break;
        case 1846:
            acc += (u64)r[a] * 33504u;
            y += (u32)(acc >> 32);
            break;
        case 1847:
            r[b] -= x & 1578u;
            y += r[a];
            break;
        case 1848:
            r[a] += r[b] + 35173u;
            break;
        case 1849:
            x = x * 6495u + k;
            break;
        case 1850:
            y ^= x >> 22;
            flag = y < 1207238656u;
            break;
        case 1851:
            r[a] = memory[(r[b] + 1851) & 4095];
            break;
        case 1852:
            memory[(x + k + 1852) & 4095] = (u8)(r[a] + y);
            break;
        case 1853:
            if (flag)
                at += 2 + 2;
            break;
        case 1854:
            acc = acc * 3711 + (x ^ r[b]);
            break;
        case 1855:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1856:
            flag = (r[a] & 83699u) > (r[b] & 83699u);
            break;
        case 1857:
            x = flag ? r[b] : x - 9923u;
            break;
        case 1858:
            acc += (u64)r[a] * 43518u;
            y += (u32)(acc >> 32);
            break;
        case 1859:
            r[b] -= x & 11592u;
            y += r[a];
            break;
        case 1860:
            r[a] += r[b] + 45187u;
            break;
        case 1861:
            x = x * 26523u + k;
            break;
        case 1862:
            y ^= x >> 3;
            flag = y < 1535377408u;
            break;
        case 1863:
            r[a] = memory[(r[b] + 1863) & 4095];
            break;
        case 1864:
            memory[(x + k + 1864) & 4095] = (u8)(r[a] + y);
            break;
        case 1865:
            if (flag)
                at += 2 + 2;
            break;
        case 1866:
            acc = acc * 3735 + (x ^ r[b]);
            break;
        case 1867:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1868:
            flag = (r[a] & 103727u) > (r[b] & 103727u);
            break;
        case 1869:
            x = flag ? r[b] : x - 19937u;
            break;
        case 1870:
            acc += (u64)r[a] * 53532u;
            y += (u32)(acc >> 32);
            break;
        case 1871:
            r[b] -= x & 21606u;
            y += r[a];
            break;
        case 1872:
            r[a] += r[b] + 55201u;
            break;
        case 1873:
            x = x * 46551u + k;
            break;
        case 1874:
            y ^= x >> 15;
            flag = y < 1863516160u;
            break;
        case 1875:
            r[a] = memory[(r[b] + 1875) & 4095];
            break;
        case 1876:
            memory[(x + k + 1876) & 4095] = (u8)(r[a] + y);
            break;
        case 1877:
            if (flag)
                at += 2 + 2;
            break;
        case 1878:
            acc = acc * 3759 + (x ^ r[b]);
            break;
        case 1879:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1880:
            flag = (r[a] & 123755u) > (r[b] & 123755u);
            break;
        case 1881:
            x = flag ? r[b] : x - 29951u;
            break;
        case 1882:
            acc += (u64)r[a] * 63546u;
            y += (u32)(acc >> 32);
            break;
        case 1883:
            r[b] -= x & 31620u;
            y += r[a];
            break;
        case 1884:
            r[a] += r[b] + 65215u;
            break;
        case 1885:
            x = x * 66579u + k;
            break;
        case 1886:
            y ^= x >> 27;
            flag = y < 44662784u;
            break;
        case 1887:
            r[a] = memory[(r[b] + 1887) & 4095];
            break;
        case 1888:
            memory[(x + k + 1888) & 4095] = (u8)(r[a] + y);
            break;
        case 1889:
            if (flag)
                at += 2 + 2;
            break;
        case 1890:
            acc = acc * 3783 + (x ^ r[b]);
            break;
        case 1891:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1892:
            flag = (r[a] & 12741u) > (r[b] & 12741u);
            break;
        case 1893:
            x = flag ? r[b] : x - 39965u;
            break;
        case 1894:
            acc += (u64)r[a] * 8039u;
            y += (u32)(acc >> 32);
            break;
        case 1895:
            r[b] -= x & 41634u;
            y += r[a];
            break;
        case 1896:
            r[a] += r[b] + 9708u;
            break;
        case 1897:
            x = x * 86607u + k;
            break;
        case 1898:
            y ^= x >> 8;
            flag = y < 372801536u;
            break;
        case 1899:
            r[a] = memory[(r[b] + 1899) & 4095];
            break;
        case 1900:
            memory[(x + k + 1900) & 4095] = (u8)(r[a] + y);
            break;
        case 1901:
            if (flag)
                at += 2 + 2;
            break;
        case 1902:
            acc = acc * 3807 + (x ^ r[b]);
            break;
        case 1903:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1904:
            flag = (r[a] & 32769u) > (r[b] & 32769u);
            break;
        case 1905:
            x = flag ? r[b] : x - 49979u;
            break;
        case 1906:
            acc += (u64)r[a] * 18053u;
            y += (u32)(acc >> 32);
            break;
        case 1907:
            r[b] -= x & 51648u;
            y += r[a];
            break;
        case 1908:
            r[a] += r[b] + 19722u;
            break;
        case 1909:
            x = x * 106635u + k;
            break;
        case 1910:
            y ^= x >> 20;
            flag = y < 700940288u;
            break;
        case 1911:
            r[a] = memory[(r[b] + 1911) & 4095];
            break;
        case 1912:
            memory[(x + k + 1912) & 4095] = (u8)(r[a] + y);
            break;
        case 1913:
            if (flag)
                at += 2 + 2;
            break;
        case 1914:
            acc = acc * 3831 + (x ^ r[b]);
            break;
        case 1915:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1916:
            flag = (r[a] & 52797u) > (r[b] & 52797u);
            break;
        case 1917:
            x = flag ? r[b] : x - 59993u;
            break;
        case 1918:
            acc += (u64)r[a] * 28067u;
            y += (u32)(acc >> 32);
            break;
        case 1919:
            r[b] -= x & 61662u;
            y += r[a];
            break;
        case 1920:
            r[a] += r[b] + 29736u;
            break;
        case 1921:
            x = x * 126663u + k;
            break;
        case 1922:
            y ^= x >> 1;
            flag = y < 1029079040u;
            break;
        case 1923:
            r[a] = memory[(r[b] + 1923) & 4095];
            break;
        case 1924:
            memory[(x + k + 1924) & 4095] = (u8)(r[a] + y);
            break;
        case 1925:
            if (flag)
                at += 2 + 2;
            break;
        case 1926:
            acc = acc * 3855 + (x ^ r[b]);
            break;
        case 1927:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1928:
            flag = (r[a] & 72825u) > (r[b] & 72825u);
            break;
        case 1929:
            x = flag ? r[b] : x - 4486u;
            break;
        case 1930:
            acc += (u64)r[a] * 38081u;
            y += (u32)(acc >> 32);
            break;
        case 1931:
            r[b] -= x & 6155u;
            y += r[a];
            break;
        case 1932:
            r[a] += r[b] + 39750u;
            break;
        case 1933:
            x = x * 15649u + k;
            break;
        case 1934:
            y ^= x >> 13;
            flag = y < 1357217792u;
            break;
        case 1935:
            r[a] = memory[(r[b] + 1935) & 4095];
            break;
        case 1936:
            memory[(x + k + 1936) & 4095] = (u8)(r[a] + y);
            break;
        case 1937:
            if (flag)
                at += 2 + 2;
            break;
        case 1938:
            acc = acc * 3879 + (x ^ r[b]);
            break;
        case 1939:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 1940:
            flag = (r[a] & 92853u) > (r[b] & 92853u);
            break;
        case 1941:
            x = flag ? r[b] : x - 14500u;
            break;
        case 1942:
            acc += (u64)r[a] * 48095u;
            y += (u32)(acc >> 32);
            break;
        case 1943:
            r[b] -= x & 16169u;
            y += r[a];
            break;
        case 1944:
            r[a] += r[b] + 49764u;
            break;
        case 1945:
            x = x * 35677u + k;
            break;
        case 1946:
            y ^= x >> 25;
            flag = y < 1685356544u;
            break;
        case 1947:
            r[a] = memory[(r[b] + 1947) & 4095];
            break;
        case 1948:
            memory[(x + k + 1948) & 4095] = (u8)(r[a] + y);
            break;
        case 1949:
            if (flag)
                at += 2 + 2;
            break;
        case 1950:
            acc = acc * 3903 + (x ^ r[b]);
            break;
        case 1951:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 1952:
            flag = (r[a] & 112881u) > (r[b] & 112881u);
            break;
        case 1953:
            x = flag ? r[b] : x - 24514u;
            break;
        case 1954:
            acc += (u64)r[a] * 58109u;
            y += (u32)(acc >> 32);
            break;
        case 1955:
            r[b] -= x & 26183u;
            y += r[a];
            break;
        case 1956:
            r[a] += r[b] + 59778u;
            break;
        case 1957:
            x = x * 55705u + k;
            break;
        case 1958:
            y ^= x >> 6;
            flag = y < 2013495296u;
            break;
        case 1959:
            r[a] = memory[(r[b] + 1959) & 4095];
            break;
        case 1960:
            memory[(x + k + 1960) & 4095] = (u8)(r[a] + y);
            break;
        case 1961:
            if (flag)
                at += 2 + 2;
            break;
        case 1962:
            acc = acc * 3927 + (x ^ r[b]);
            break;
        case 1963:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 1964:
            flag = (r[a] & 1867u) > (r[b] & 1867u);
            break;
        case 1965:
            x = flag ? r[b] : x - 34528u;
            break;
        case 1966:
            acc += (u64)r[a] * 2602u;
            y += (u32)(acc >> 32);
            break;
        case 1967:
            r[b] -= x & 36197u;
            y += r[a];
            break;
        case 1968:
            r[a] += r[b] + 4271u;
            break;
        case 1969:
            x = x * 75733u + k;
            break;
        case 1970:
            y ^= x >> 18;
            flag = y < 194641920u;
            break;
        case 1971:
            r[a] = memory[(r[b] + 1971) & 4095];
            break;
        case 1972:
            memory[(x + k + 1972) & 4095] = (u8)(r[a] + y);
            break;
        case 1973:
            if (flag)
                at += 2 + 2;
            break;
        case 1974:
            acc = acc * 3951 + (x ^ r[b]);
            break;
        case 1975:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 1976:
            flag = (r[a] & 21895u) > (r[b] & 21895u);
            break;
        case 1977:
            x = flag ? r[b] : x - 44542u;
            break;
        case 1978:
            acc += (u64)r[a] * 12616u;
            y += (u32)(acc >> 32);
            break;
        case 1979:
            r[b] -= x & 46211u;
            y += r[a];
            break;
        case 1980:
            r[a] += r[b] + 14285u;
            break;
        case 1981:
            x = x * 95761u + k;
            break;
        case 1982:
            y ^= x >> 30;
            flag = y < 522780672u;
            break;
        case 1983:
            r[a] = memory[(r[b] + 1983) & 4095];
            break;
        case 1984:
            memory[(x + k + 1984) & 4095] = (u8)(r[a] + y);
            break;
        case 1985:
            if (flag)
                at += 2 + 2;
            break;
        case 1986:
            acc = acc * 3975 + (x ^ r[b]);
            break;
        case 1987:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 1988:
            flag = (r[a] & 41923u) > (r[b] & 41923u);
            break;
        case 1989:
            x = flag ? r[b] : x - 54556u;
            break;
        case 1990:
            acc += (u64)r[a] * 22630u;
            y += (u32)(acc >> 32);
            break;
        case 1991:
            r[b] -= x & 56225u;
            y += r[a];
            break;
        case 1992:
            r[a] += r[b] + 24299u;
            break;
        case 1993:
            x = x * 115789u + k;
            break;
        case 1994:
            y ^= x >> 11;
            flag = y < 850919424u;
            break;
        case 1995:
            r[a] = memory[(r[b] + 1995) & 4095];
            break;
        case 1996:
            memory[(x + k + 1996) & 4095] = (u8)(r[a] + y);
            break;
        case 1997:
            if (flag)
                at += 2 + 2;
            break;
        case 1998:
            acc = acc * 3999 + (x ^ r[b]);
            break;
        case 1999:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2000:
            flag = (r[a] & 61951u) > (r[b] & 61951u);
            break;
        case 2001:
            x = flag ? r[b] : x - 64570u;
            break;
        case 2002:
            acc += (u64)r[a] * 32644u;
            y += (u32)(acc >> 32);
            break;
        case 2003:
            r[b] -= x & 718u;
            y += r[a];
            break;
        case 2004:
            r[a] += r[b] + 34313u;
            break;
        case 2005:
            x = x * 4775u + k;
            break;
        case 2006:
            y ^= x >> 23;
            flag = y < 1179058176u;
            break;
        case 2007:
            r[a] = memory[(r[b] + 2007) & 4095];
            break;
        case 2008:
            memory[(x + k + 2008) & 4095] = (u8)(r[a] + y);
            break;
        case 2009:
            if (flag)
                at += 2 + 2;
            break;
        case 2010:
            acc = acc * 4023 + (x ^ r[b]);
            break;
        case 2011:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2012:
            flag = (r[a] & 81979u) > (r[b] & 81979u);
            break;
        case 2013:
            x = flag ? r[b] : x - 9063u;
            break;
        case 2014:
            acc += (u64)r[a] * 42658u;
            y += (u32)(acc >> 32);
            break;
        case 2015:
            r[b] -= x & 10732u;
            y += r[a];
            break;
        case 2016:
            r[a] += r[b] + 44327u;
            break;
        case 2017:
            x = x * 24803u + k;
            break;
        case 2018:
            y ^= x >> 4;
            flag = y < 1507196928u;
            break;
        case 2019:
            r[a] = memory[(r[b] + 2019) & 4095];
            break;
        case 2020:
            memory[(x + k + 2020) & 4095] = (u8)(r[a] + y);
            break;
        case 2021:
            if (flag)
                at += 2 + 2;
            break;
        case 2022:
            acc = acc * 4047 + (x ^ r[b]);
            break;
        case 2023:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2024:
            flag = (r[a] & 102007u) > (r[b] & 102007u);
            break;
        case 2025:
            x = flag ? r[b] : x - 19077u;
            break;
        case 2026:
            acc += (u64)r[a] * 52672u;
            y += (u32)(acc >> 32);
            break;
        case 2027:
            r[b] -= x & 20746u;
            y += r[a];
            break;
        case 2028:
            r[a] += r[b] + 54341u;
            break;
        case 2029:
            x = x * 44831u + k;
            break;
        case 2030:
            y ^= x >> 16;
            flag = y < 1835335680u;
            break;
        case 2031:
            r[a] = memory[(r[b] + 2031) & 4095];
            break;
        case 2032:
            memory[(x + k + 2032) & 4095] = (u8)(r[a] + y);
            break;
        case 2033:
            if (flag)
                at += 2 + 2;
            break;
        case 2034:
            acc = acc * 4071 + (x ^ r[b]);
            break;
        case 2035:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2036:
            flag = (r[a] & 122035u) > (r[b] & 122035u);
            break;
        case 2037:
            x = flag ? r[b] : x - 29091u;
            break;
        case 2038:
            acc += (u64)r[a] * 62686u;
            y += (u32)(acc >> 32);
            break;
        case 2039:
            r[b] -= x & 30760u;
            y += r[a];
            break;
        case 2040:
            r[a] += r[b] + 64355u;
            break;
        case 2041:
            x = x * 64859u + k;
            break;
        case 2042:
            y ^= x >> 28;
            flag = y < 16482304u;
            break;
        case 2043:
            r[a] = memory[(r[b] + 2043) & 4095];
            break;
        case 2044:
            memory[(x + k + 2044) & 4095] = (u8)(r[a] + y);
            break;
        case 2045:
            if (flag)
                at += 2 + 2;
            break;
        case 2046:
            acc = acc * 4095 + (x ^ r[b]);
            break;
        case 2047:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2048:
            flag = (r[a] & 11021u) > (r[b] & 11021u);
            break;
        case 2049:
            x = flag ? r[b] : x - 39105u;
            break;
        case 2050:
            acc += (u64)r[a] * 7179u;
            y += (u32)(acc >> 32);
            break;
        case 2051:
            r[b] -= x & 40774u;
            y += r[a];
            break;
        case 2052:
            r[a] += r[b] + 8848u;
            break;
        case 2053:
            x = x * 84887u + k;
            break;
        case 2054:
            y ^= x >> 9;
            flag = y < 344621056u;
            break;
        case 2055:
            r[a] = memory[(r[b] + 2055) & 4095];
            break;
        case 2056:
            memory[(x + k + 2056) & 4095] = (u8)(r[a] + y);
            break;
        case 2057:
            if (flag)
                at += 2 + 2;
            break;
        case 2058:
            acc = acc * 4119 + (x ^ r[b]);
            break;
        case 2059:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2060:
            flag = (r[a] & 31049u) > (r[b] & 31049u);
            break;
        case 2061:
            x = flag ? r[b] : x - 49119u;
            break;
        case 2062:
            acc += (u64)r[a] * 17193u;
            y += (u32)(acc >> 32);
            break;
        case 2063:
            r[b] -= x & 50788u;
            y += r[a];
            break;
        case 2064:
            r[a] += r[b] + 18862u;
            break;
        case 2065:
            x = x * 104915u + k;
            break;
        case 2066:
            y ^= x >> 21;
            flag = y < 672759808u;
            break;
        case 2067:
            r[a] = memory[(r[b] + 2067) & 4095];
            break;
        case 2068:
            memory[(x + k + 2068) & 4095] = (u8)(r[a] + y);
            break;
        case 2069:
            if (flag)
                at += 2 + 2;
            break;
        case 2070:
            acc = acc * 4143 + (x ^ r[b]);
            break;
        case 2071:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2072:
            flag = (r[a] & 51077u) > (r[b] & 51077u);
            break;
        case 2073:
            x = flag ? r[b] : x - 59133u;
            break;
        case 2074:
            acc += (u64)r[a] * 27207u;
            y += (u32)(acc >> 32);
            break;
        case 2075:
            r[b] -= x & 60802u;
            y += r[a];
            break;
        case 2076:
            r[a] += r[b] + 28876u;
            break;
        case 2077:
            x = x * 124943u + k;
            break;
        case 2078:
            y ^= x >> 2;
            flag = y < 1000898560u;
            break;
        case 2079:
            r[a] = memory[(r[b] + 2079) & 4095];
            break;
        case 2080:
            memory[(x + k + 2080) & 4095] = (u8)(r[a] + y);
            break;
        case 2081:
            if (flag)
                at += 2 + 2;
            break;
        case 2082:
            acc = acc * 4167 + (x ^ r[b]);
            break;
        case 2083:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2084:
            flag = (r[a] & 71105u) > (r[b] & 71105u);
            break;
        case 2085:
            x = flag ? r[b] : x - 3626u;
            break;
        case 2086:
            acc += (u64)r[a] * 37221u;
            y += (u32)(acc >> 32);
            break;
        case 2087:
            r[b] -= x & 5295u;
            y += r[a];
            break;
        case 2088:
            r[a] += r[b] + 38890u;
            break;
        case 2089:
            x = x * 13929u + k;
            break;
        case 2090:
            y ^= x >> 14;
            flag = y < 1329037312u;
            break;
        case 2091:
            r[a] = memory[(r[b] + 2091) & 4095];
            break;
        case 2092:
            memory[(x + k + 2092) & 4095] = (u8)(r[a] + y);
            break;
        case 2093:
            if (flag)
                at += 2 + 2;
            break;
        case 2094:
            acc = acc * 4191 + (x ^ r[b]);
            break;
        case 2095:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2096:
            flag = (r[a] & 91133u) > (r[b] & 91133u);
            break;
        case 2097:
            x = flag ? r[b] : x - 13640u;
            break;
        case 2098:
            acc += (u64)r[a] * 47235u;
            y += (u32)(acc >> 32);
            break;
        case 2099:
            r[b] -= x & 15309u;
            y += r[a];
            break;
        case 2100:
            r[a] += r[b] + 48904u;
            break;
        case 2101:
            x = x * 33957u + k;
            break;
        case 2102:
            y ^= x >> 26;
            flag = y < 1657176064u;
            break;
        case 2103:
            r[a] = memory[(r[b] + 2103) & 4095];
            break;
        case 2104:
            memory[(x + k + 2104) & 4095] = (u8)(r[a] + y);
            break;
        case 2105:
            if (flag)
                at += 2 + 2;
            break;
        case 2106:
            acc = acc * 4215 + (x ^ r[b]);
            break;
        case 2107:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2108:
            flag = (r[a] & 111161u) > (r[b] & 111161u);
            break;
        case 2109:
            x = flag ? r[b] : x - 23654u;
            break;
        case 2110:
            acc += (u64)r[a] * 57249u;
            y += (u32)(acc >> 32);
            break;
        case 2111:
            r[b] -= x & 25323u;
            y += r[a];
            break;
        case 2112:
            r[a] += r[b] + 58918u;
            break;
        case 2113:
            x = x * 53985u + k;
            break;
        case 2114:
            y ^= x >> 7;
            flag = y < 1985314816u;
            break;
        case 2115:
            r[a] = memory[(r[b] + 2115) & 4095];
            break;
        case 2116:
            memory[(x + k + 2116) & 4095] = (u8)(r[a] + y);
            break;
        case 2117:
            if (flag)
                at += 2 + 2;
            break;
        case 2118:
            acc = acc * 4239 + (x ^ r[b]);
            break;
        case 2119:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2120:
            flag = (r[a] & 147u) > (r[b] & 147u);
            break;
        case 2121:
            x = flag ? r[b] : x - 33668u;
            break;
        case 2122:
            acc += (u64)r[a] * 1742u;
            y += (u32)(acc >> 32);
            break;
        case 2123:
            r[b] -= x & 35337u;
            y += r[a];
            break;
        case 2124:
            r[a] += r[b] + 3411u;
            break;
        case 2125:
            x = x * 74013u + k;
            break;
        case 2126:
            y ^= x >> 19;
            flag = y < 166461440u;
            break;
        case 2127:
            r[a] = memory[(r[b] + 2127) & 4095];
            break;
        case 2128:
            memory[(x + k + 2128) & 4095] = (u8)(r[a] + y);
            break;
        case 2129:
            if (flag)
                at += 2 + 2;
            break;
        case 2130:
            acc = acc * 4263 + (x ^ r[b]);
            break;
        case 2131:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2132:
            flag = (r[a] & 20175u) > (r[b] & 20175u);
            break;
        case 2133:
            x = flag ? r[b] : x - 43682u;
            break;
        case 2134:
            acc += (u64)r[a] * 11756u;
            y += (u32)(acc >> 32);
            break;
        case 2135:
            r[b] -= x & 45351u;
            y += r[a];
            break;
        case 2136:
            r[a] += r[b] + 13425u;
            break;
        case 2137:
            x = x * 94041u + k;
            break;
        case 2138:
            y ^= x >> 31;
            flag = y < 494600192u;
            break;
        case 2139:
            r[a] = memory[(r[b] + 2139) & 4095];
            break;
        case 2140:
            memory[(x + k + 2140) & 4095] = (u8)(r[a] + y);
            break;
        case 2141:
            if (flag)
                at += 2 + 2;
            break;
        case 2142:
            acc = acc * 4287 + (x ^ r[b]);
            break;
        case 2143:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2144:
            flag = (r[a] & 40203u) > (r[b] & 40203u);
            break;
        case 2145:
            x = flag ? r[b] : x - 53696u;
            break;
        case 2146:
            acc += (u64)r[a] * 21770u;
            y += (u32)(acc >> 32);
            break;
        case 2147:
            r[b] -= x & 55365u;
            y += r[a];
            break;
        case 2148:
            r[a] += r[b] + 23439u;
            break;
        case 2149:
            x = x * 114069u + k;
            break;
        case 2150:
            y ^= x >> 12;
            flag = y < 822738944u;
            break;
        case 2151:
            r[a] = memory[(r[b] + 2151) & 4095];
            break;
        case 2152:
            memory[(x + k + 2152) & 4095] = (u8)(r[a] + y);
            break;
        case 2153:
            if (flag)
                at += 2 + 2;
            break;
        case 2154:
            acc = acc * 4311 + (x ^ r[b]);
            break;
        case 2155:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2156:
            flag = (r[a] & 60231u) > (r[b] & 60231u);
            break;
        case 2157:
            x = flag ? r[b] : x - 63710u;
            break;
        case 2158:
            acc += (u64)r[a] * 31784u;
            y += (u32)(acc >> 32);
            break;
        case 2159:
            r[b] -= x & 65379u;
            y += r[a];
            break;
        case 2160:
            r[a] += r[b] + 33453u;
            break;
        case 2161:
            x = x * 3055u + k;
            break;
        case 2162:
            y ^= x >> 24;
            flag = y < 1150877696u;
            break;
        case 2163:
            r[a] = memory[(r[b] + 2163) & 4095];
            break;
        case 2164:
            memory[(x + k + 2164) & 4095] = (u8)(r[a] + y);
            break;
        case 2165:
            if (flag)
                at += 2 + 2;
            break;
        case 2166:
            acc = acc * 4335 + (x ^ r[b]);
            break;
        case 2167:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2168:
            flag = (r[a] & 80259u) > (r[b] & 80259u);
            break;
        case 2169:
            x = flag ? r[b] : x - 8203u;
            break;
        case 2170:
            acc += (u64)r[a] * 41798u;
            y += (u32)(acc >> 32);
            break;
        case 2171:
            r[b] -= x & 9872u;
            y += r[a];
            break;
        case 2172:
            r[a] += r[b] + 43467u;
            break;
        case 2173:
            x = x * 23083u + k;
            break;
        case 2174:
            y ^= x >> 5;
            flag = y < 1479016448u;
            break;
        case 2175:
            r[a] = memory[(r[b] + 2175) & 4095];
            break;
        case 2176:
            memory[(x + k + 2176) & 4095] = (u8)(r[a] + y);
            break;
        case 2177:
            if (flag)
                at += 2 + 2;
            break;
        case 2178:
            acc = acc * 4359 + (x ^ r[b]);
            break;
        case 2179:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2180:
            flag = (r[a] & 100287u) > (r[b] & 100287u);
            break;
        case 2181:
            x = flag ? r[b] : x - 18217u;
            break;
        case 2182:
            acc += (u64)r[a] * 51812u;
            y += (u32)(acc >> 32);
            break;
        case 2183:
            r[b] -= x & 19886u;
            y += r[a];
            break;
        case 2184:
            r[a] += r[b] + 53481u;
            break;
        case 2185:
            x = x * 43111u + k;
            break;
        case 2186:
            y ^= x >> 17;
            flag = y < 1807155200u;
            break;
        case 2187:
            r[a] = memory[(r[b] + 2187) & 4095];
            break;
        case 2188:
            memory[(x + k + 2188) & 4095] = (u8)(r[a] + y);
            break;
        case 2189:
            if (flag)
                at += 2 + 2;
            break;
        case 2190:
            acc = acc * 4383 + (x ^ r[b]);
            break;
        case 2191:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2192:
            flag = (r[a] & 120315u) > (r[b] & 120315u);
            break;
        case 2193:
            x = flag ? r[b] : x - 28231u;
            break;
        case 2194:
            acc += (u64)r[a] * 61826u;
            y += (u32)(acc >> 32);
            break;
        case 2195:
            r[b] -= x & 29900u;
            y += r[a];
            break;
        case 2196:
            r[a] += r[b] + 63495u;
            break;
        case 2197:
            x = x * 63139u + k;
            break;
        case 2198:
            y ^= x >> 29;
            flag = y < 2135293952u;
            break;
        case 2199:
            r[a] = memory[(r[b] + 2199) & 4095];
            break;
        case 2200:
            memory[(x + k + 2200) & 4095] = (u8)(r[a] + y);
            break;
        case 2201:
            if (flag)
                at += 2 + 2;
            break;
        case 2202:
            acc = acc * 4407 + (x ^ r[b]);
            break;
        case 2203:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2204:
            flag = (r[a] & 9301u) > (r[b] & 9301u);
            break;
        case 2205:
            x = flag ? r[b] : x - 38245u;
            break;
        case 2206:
            acc += (u64)r[a] * 6319u;
            y += (u32)(acc >> 32);
            break;
        case 2207:
            r[b] -= x & 39914u;
            y += r[a];
            break;
        case 2208:
            r[a] += r[b] + 7988u;
            break;
        case 2209:
            x = x * 83167u + k;
            break;
        case 2210:
            y ^= x >> 10;
            flag = y < 316440576u;
            break;
        case 2211:
            r[a] = memory[(r[b] + 2211) & 4095];
            break;
        case 2212:
            memory[(x + k + 2212) & 4095] = (u8)(r[a] + y);
            break;
        case 2213:
            if (flag)
                at += 2 + 2;
            break;
        case 2214:
            acc = acc * 4431 + (x ^ r[b]);
            break;
        case 2215:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2216:
            flag = (r[a] & 29329u) > (r[b] & 29329u);
            break;
        case 2217:
            x = flag ? r[b] : x - 48259u;
            break;
        case 2218:
            acc += (u64)r[a] * 16333u;
            y += (u32)(acc >> 32);
            break;
        case 2219:
            r[b] -= x & 49928u;
            y += r[a];
            break;
        case 2220:
            r[a] += r[b] + 18002u;
            break;
        case 2221:
            x = x * 103195u + k;
            break;
        case 2222:
            y ^= x >> 22;
            flag = y < 644579328u;
            break;
        case 2223:
            r[a] = memory[(r[b] + 2223) & 4095];
            break;
        case 2224:
            memory[(x + k + 2224) & 4095] = (u8)(r[a] + y);
            break;
        case 2225:
            if (flag)
                at += 2 + 2;
            break;
        case 2226:
            acc = acc * 4455 + (x ^ r[b]);
            break;
        case 2227:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2228:
            flag = (r[a] & 49357u) > (r[b] & 49357u);
            break;
        case 2229:
            x = flag ? r[b] : x - 58273u;
            break;
        case 2230:
            acc += (u64)r[a] * 26347u;
            y += (u32)(acc >> 32);
            break;
        case 2231:
            r[b] -= x & 59942u;
            y += r[a];
            break;
        case 2232:
            r[a] += r[b] + 28016u;
            break;
        case 2233:
            x = x * 123223u + k;
            break;
        case 2234:
            y ^= x >> 3;
            flag = y < 972718080u;
            break;
        case 2235:
            r[a] = memory[(r[b] + 2235) & 4095];
            break;
        case 2236:
            memory[(x + k + 2236) & 4095] = (u8)(r[a] + y);
            break;
        case 2237:
            if (flag)
                at += 2 + 2;
            break;
        case 2238:
            acc = acc * 4479 + (x ^ r[b]);
            break;
        case 2239:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2240:
            flag = (r[a] & 69385u) > (r[b] & 69385u);
            break;
        case 2241:
            x = flag ? r[b] : x - 2766u;
            break;
        case 2242:
            acc += (u64)r[a] * 36361u;
            y += (u32)(acc >> 32);
            break;
        case 2243:
            r[b] -= x & 4435u;
            y += r[a];
            break;
        case 2244:
            r[a] += r[b] + 38030u;
            break;
        case 2245:
            x = x * 12209u + k;
            break;
        case 2246:
            y ^= x >> 15;
            flag = y < 1300856832u;
            break;
        case 2247:
            r[a] = memory[(r[b] + 2247) & 4095];
            break;
        case 2248:
            memory[(x + k + 2248) & 4095] = (u8)(r[a] + y);
            break;
        case 2249:
            if (flag)
                at += 2 + 2;
            break;
        case 2250:
            acc = acc * 4503 + (x ^ r[b]);
            break;
        case 2251:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2252:
            flag = (r[a] & 89413u) > (r[b] & 89413u);
            break;
        case 2253:
            x = flag ? r[b] : x - 12780u;
            break;
        case 2254:
            acc += (u64)r[a] * 46375u;
            y += (u32)(acc >> 32);
            break;
        case 2255:
            r[b] -= x & 14449u;
            y += r[a];
            break;
        case 2256:
            r[a] += r[b] + 48044u;
            break;
        case 2257:
            x = x * 32237u + k;
            break;
        case 2258:
            y ^= x >> 27;
            flag = y < 1628995584u;
            break;
        case 2259:
            r[a] = memory[(r[b] + 2259) & 4095];
            break;
        case 2260:
            memory[(x + k + 2260) & 4095] = (u8)(r[a] + y);
            break;
        case 2261:
            if (flag)
                at += 2 + 2;
            break;
        case 2262:
            acc = acc * 4527 + (x ^ r[b]);
            break;
        case 2263:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2264:
            flag = (r[a] & 109441u) > (r[b] & 109441u);
            break;
        case 2265:
            x = flag ? r[b] : x - 22794u;
            break;
        case 2266:
            acc += (u64)r[a] * 56389u;
            y += (u32)(acc >> 32);
            break;
        case 2267:
            r[b] -= x & 24463u;
            y += r[a];
            break;
        case 2268:
            r[a] += r[b] + 58058u;
            break;
        case 2269:
            x = x * 52265u + k;
            break;
        case 2270:
            y ^= x >> 8;
            flag = y < 1957134336u;
            break;
        case 2271:
            r[a] = memory[(r[b] + 2271) & 4095];
            break;
        case 2272:
            memory[(x + k + 2272) & 4095] = (u8)(r[a] + y);
            break;
        case 2273:
            if (flag)
                at += 2 + 2;
            break;
        case 2274:
            acc = acc * 4551 + (x ^ r[b]);
            break;
        case 2275:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2276:
            flag = (r[a] & 129469u) > (r[b] & 129469u);
            break;
        case 2277:
            x = flag ? r[b] : x - 32808u;
            break;
        case 2278:
            acc += (u64)r[a] * 882u;
            y += (u32)(acc >> 32);
            break;
        case 2279:
            r[b] -= x & 34477u;
            y += r[a];
            break;
        case 2280:
            r[a] += r[b] + 2551u;
            break;
        case 2281:
            x = x * 72293u + k;
            break;
        case 2282:
            y ^= x >> 20;
            flag = y < 138280960u;
            break;
        case 2283:
            r[a] = memory[(r[b] + 2283) & 4095];
            break;
        case 2284:
            memory[(x + k + 2284) & 4095] = (u8)(r[a] + y);
            break;
        case 2285:
            if (flag)
                at += 2 + 2;
            break;
        case 2286:
            acc = acc * 4575 + (x ^ r[b]);
            break;
        case 2287:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2288:
            flag = (r[a] & 18455u) > (r[b] & 18455u);
            break;
        case 2289:
            x = flag ? r[b] : x - 42822u;
            break;
        case 2290:
            acc += (u64)r[a] * 10896u;
            y += (u32)(acc >> 32);
            break;
        case 2291:
            r[b] -= x & 44491u;
            y += r[a];
            break;
        case 2292:
            r[a] += r[b] + 12565u;
            break;
        case 2293:
            x = x * 92321u + k;
            break;
        case 2294:
            y ^= x >> 1;
            flag = y < 466419712u;
            break;
        case 2295:
            r[a] = memory[(r[b] + 2295) & 4095];
            break;
        case 2296:
            memory[(x + k + 2296) & 4095] = (u8)(r[a] + y);
            break;
        case 2297:
            if (flag)
                at += 2 + 2;
            break;
        case 2298:
            acc = acc * 4599 + (x ^ r[b]);
            break;
        case 2299:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2300:
            flag = (r[a] & 38483u) > (r[b] & 38483u);
            break;
        case 2301:
            x = flag ? r[b] : x - 52836u;
            break;
        case 2302:
            acc += (u64)r[a] * 20910u;
            y += (u32)(acc >> 32);
            break;
        case 2303:
            r[b] -= x & 54505u;
            y += r[a];
            break;
        case 2304:
            r[a] += r[b] + 22579u;
            break;
        case 2305:
            x = x * 112349u + k;
            break;
        case 2306:
            y ^= x >> 13;
            flag = y < 794558464u;
            break;
        case 2307:
            r[a] = memory[(r[b] + 2307) & 4095];
            break;
        case 2308:
            memory[(x + k + 2308) & 4095] = (u8)(r[a] + y);
            break;
        case 2309:
            if (flag)
                at += 2 + 2;
            break;
        case 2310:
            acc = acc * 4623 + (x ^ r[b]);
            break;
        case 2311:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2312:
            flag = (r[a] & 58511u) > (r[b] & 58511u);
            break;
        case 2313:
            x = flag ? r[b] : x - 62850u;
            break;
        case 2314:
            acc += (u64)r[a] * 30924u;
            y += (u32)(acc >> 32);
            break;
        case 2315:
            r[b] -= x & 64519u;
            y += r[a];
            break;
        case 2316:
            r[a] += r[b] + 32593u;
            break;
        case 2317:
            x = x * 1335u + k;
            break;
        case 2318:
            y ^= x >> 25;
            flag = y < 1122697216u;
            break;
        case 2319:
            r[a] = memory[(r[b] + 2319) & 4095];
            break;
        case 2320:
            memory[(x + k + 2320) & 4095] = (u8)(r[a] + y);
            break;
        case 2321:
            if (flag)
                at += 2 + 2;
            break;
        case 2322:
            acc = acc * 4647 + (x ^ r[b]);
            break;
        case 2323:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2324:
            flag = (r[a] & 78539u) > (r[b] & 78539u);
            break;
        case 2325:
            x = flag ? r[b] : x - 7343u;
            break;
        case 2326:
            acc += (u64)r[a] * 40938u;
            y += (u32)(acc >> 32);
            break;
        case 2327:
            r[b] -= x & 9012u;
            y += r[a];
            break;
        case 2328:
            r[a] += r[b] + 42607u;
            break;
        case 2329:
            x = x * 21363u + k;
            break;
        case 2330:
            y ^= x >> 6;
            flag = y < 1450835968u;
            break;
        case 2331:
            r[a] = memory[(r[b] + 2331) & 4095];
            break;
        case 2332:
            memory[(x + k + 2332) & 4095] = (u8)(r[a] + y);
            break;
        case 2333:
            if (flag)
                at += 2 + 2;
            break;
        case 2334:
            acc = acc * 4671 + (x ^ r[b]);
            break;
        case 2335:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2336:
            flag = (r[a] & 98567u) > (r[b] & 98567u);
            break;
        case 2337:
            x = flag ? r[b] : x - 17357u;
            break;
        case 2338:
            acc += (u64)r[a] * 50952u;
            y += (u32)(acc >> 32);
            break;
        case 2339:
            r[b] -= x & 19026u;
            y += r[a];
            break;
        case 2340:
            r[a] += r[b] + 52621u;
            break;
        case 2341:
            x = x * 41391u + k;
            break;
        case 2342:
            y ^= x >> 18;
            flag = y < 1778974720u;
            break;
        case 2343:
            r[a] = memory[(r[b] + 2343) & 4095];
            break;
        case 2344:
            memory[(x + k + 2344) & 4095] = (u8)(r[a] + y);
            break;
        case 2345:
            if (flag)
                at += 2 + 2;
            break;
        case 2346:
            acc = acc * 4695 + (x ^ r[b]);
            break;
        case 2347:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2348:
            flag = (r[a] & 118595u) > (r[b] & 118595u);
            break;
        case 2349:
            x = flag ? r[b] : x - 27371u;
            break;
        case 2350:
            acc += (u64)r[a] * 60966u;
            y += (u32)(acc >> 32);
            break;
        case 2351:
            r[b] -= x & 29040u;
            y += r[a];
            break;
        case 2352:
            r[a] += r[b] + 62635u;
            break;
        case 2353:
            x = x * 61419u + k;
            break;
        case 2354:
            y ^= x >> 30;
            flag = y < 2107113472u;
            break;
        case 2355:
            r[a] = memory[(r[b] + 2355) & 4095];
            break;
        case 2356:
            memory[(x + k + 2356) & 4095] = (u8)(r[a] + y);
            break;
        case 2357:
            if (flag)
                at += 2 + 2;
            break;
        case 2358:
            acc = acc * 4719 + (x ^ r[b]);
            break;
        case 2359:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2360:
            flag = (r[a] & 7581u) > (r[b] & 7581u);
            break;
        case 2361:
            x = flag ? r[b] : x - 37385u;
            break;
        case 2362:
            acc += (u64)r[a] * 5459u;
            y += (u32)(acc >> 32);
            break;
        case 2363:
            r[b] -= x & 39054u;
            y += r[a];
            break;
        case 2364:
            r[a] += r[b] + 7128u;
            break;
        case 2365:
            x = x * 81447u + k;
            break;
        case 2366:
            y ^= x >> 11;
            flag = y < 288260096u;
            break;
        case 2367:
            r[a] = memory[(r[b] + 2367) & 4095];
            break;
        case 2368:
            memory[(x + k + 2368) & 4095] = (u8)(r[a] + y);
            break;
        case 2369:
            if (flag)
                at += 2 + 2;
            break;
        case 2370:
            acc = acc * 4743 + (x ^ r[b]);
            break;
        case 2371:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2372:
            flag = (r[a] & 27609u) > (r[b] & 27609u);
            break;
        case 2373:
            x = flag ? r[b] : x - 47399u;
            break;
        case 2374:
            acc += (u64)r[a] * 15473u;
            y += (u32)(acc >> 32);
            break;
        case 2375:
            r[b] -= x & 49068u;
            y += r[a];
            break;
        case 2376:
            r[a] += r[b] + 17142u;
            break;
        case 2377:
            x = x * 101475u + k;
            break;
        case 2378:
            y ^= x >> 23;
            flag = y < 616398848u;
            break;
        case 2379:
            r[a] = memory[(r[b] + 2379) & 4095];
            break;
        case 2380:
            memory[(x + k + 2380) & 4095] = (u8)(r[a] + y);
            break;
        case 2381:
            if (flag)
                at += 2 + 2;
            break;
        case 2382:
            acc = acc * 4767 + (x ^ r[b]);
            break;
        case 2383:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2384:
            flag = (r[a] & 47637u) > (r[b] & 47637u);
            break;
        case 2385:
            x = flag ? r[b] : x - 57413u;
            break;
        case 2386:
            acc += (u64)r[a] * 25487u;
            y += (u32)(acc >> 32);
            break;
        case 2387:
            r[b] -= x & 59082u;
            y += r[a];
            break;
        case 2388:
            r[a] += r[b] + 27156u;
            break;
        case 2389:
            x = x * 121503u + k;
            break;
        case 2390:
            y ^= x >> 4;
            flag = y < 944537600u;
            break;
        case 2391:
            r[a] = memory[(r[b] + 2391) & 4095];
            break;
        case 2392:
            memory[(x + k + 2392) & 4095] = (u8)(r[a] + y);
            break;
        case 2393:
            if (flag)
                at += 2 + 2;
            break;
        case 2394:
            acc = acc * 4791 + (x ^ r[b]);
            break;
        case 2395:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2396:
            flag = (r[a] & 67665u) > (r[b] & 67665u);
            break;
        case 2397:
            x = flag ? r[b] : x - 1906u;
            break;
        case 2398:
            acc += (u64)r[a] * 35501u;
            y += (u32)(acc >> 32);
            break;
        case 2399:
            r[b] -= x & 3575u;
            y += r[a];
            break;
        case 2400:
            r[a] += r[b] + 37170u;
            break;
        case 2401:
            x = x * 10489u + k;
            break;
        case 2402:
            y ^= x >> 16;
            flag = y < 1272676352u;
            break;
        case 2403:
            r[a] = memory[(r[b] + 2403) & 4095];
            break;
        case 2404:
            memory[(x + k + 2404) & 4095] = (u8)(r[a] + y);
            break;
        case 2405:
            if (flag)
                at += 2 + 2;
            break;
        case 2406:
            acc = acc * 4815 + (x ^ r[b]);
            break;
        case 2407:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2408:
            flag = (r[a] & 87693u) > (r[b] & 87693u);
            break;
        case 2409:
            x = flag ? r[b] : x - 11920u;
            break;
        case 2410:
            acc += (u64)r[a] * 45515u;
            y += (u32)(acc >> 32);
            break;
        case 2411:
            r[b] -= x & 13589u;
            y += r[a];
            break;
        case 2412:
            r[a] += r[b] + 47184u;
            break;
        case 2413:
            x = x * 30517u + k;
            break;
        case 2414:
            y ^= x >> 28;
            flag = y < 1600815104u;
            break;
        case 2415:
            r[a] = memory[(r[b] + 2415) & 4095];
            break;
        case 2416:
            memory[(x + k + 2416) & 4095] = (u8)(r[a] + y);
            break;
        case 2417:
            if (flag)
                at += 2 + 2;
            break;
        case 2418:
            acc = acc * 4839 + (x ^ r[b]);
            break;
        case 2419:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2420:
            flag = (r[a] & 107721u) > (r[b] & 107721u);
            break;
        case 2421:
            x = flag ? r[b] : x - 21934u;
            break;
        case 2422:
            acc += (u64)r[a] * 55529u;
            y += (u32)(acc >> 32);
            break;
        case 2423:
            r[b] -= x & 23603u;
            y += r[a];
            break;
        case 2424:
            r[a] += r[b] + 57198u;
            break;
        case 2425:
            x = x * 50545u + k;
            break;
        case 2426:
            y ^= x >> 9;
            flag = y < 1928953856u;
            break;
        case 2427:
            r[a] = memory[(r[b] + 2427) & 4095];
            break;
        case 2428:
            memory[(x + k + 2428) & 4095] = (u8)(r[a] + y);
            break;
        case 2429:
            if (flag)
                at += 2 + 2;
            break;
        case 2430:
            acc = acc * 4863 + (x ^ r[b]);
            break;
        case 2431:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2432:
            flag = (r[a] & 127749u) > (r[b] & 127749u);
            break;
        case 2433:
            x = flag ? r[b] : x - 31948u;
            break;
        case 2434:
            acc += (u64)r[a] * 22u;
            y += (u32)(acc >> 32);
            break;
        case 2435:
            r[b] -= x & 33617u;
            y += r[a];
            break;
        case 2436:
            r[a] += r[b] + 1691u;
            break;
        case 2437:
            x = x * 70573u + k;
            break;
        case 2438:
            y ^= x >> 21;
            flag = y < 110100480u;
            break;
        case 2439:
            r[a] = memory[(r[b] + 2439) & 4095];
            break;
        case 2440:
            memory[(x + k + 2440) & 4095] = (u8)(r[a] + y);
            break;
        case 2441:
            if (flag)
                at += 2 + 2;
            break;
        case 2442:
            acc = acc * 4887 + (x ^ r[b]);
            break;
        case 2443:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 2444:
            flag = (r[a] & 16735u) > (r[b] & 16735u);
            break;
        case 2445:
            x = flag ? r[b] : x - 41962u;
            break;
        case 2446:
            acc += (u64)r[a] * 10036u;
            y += (u32)(acc >> 32);
            break;
        case 2447:
            r[b] -= x & 43631u;
            y += r[a];
            break;
        case 2448:
            r[a] += r[b] + 11705u;
            break;
        case 2449:
            x = x * 90601u + k;
            break;
        case 2450:
            y ^= x >> 2;
            flag = y < 438239232u;
            break;
        case 2451:
            r[a] = memory[(r[b] + 2451) & 4095];
            break;
        case 2452:
            memory[(x + k + 2452) & 4095] = (u8)(r[a] + y);
            break;
        case 2453:
            if (flag)
                at += 2 + 2;
            break;
        case 2454:
            acc = acc * 4911 + (x ^ r[b]);
            break;
        case 2455:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 2456:
            flag = (r[a] & 36763u) > (r[b] & 36763u);
            break;
        case 2457:
            x = flag ? r[b] : x - 51976u;
            break;
        case 2458:
            acc += (u64)r[a] * 20050u;
            y += (u32)(acc >> 32);
            break;
        case 2459:
            r[b] -= x & 53645u;
            y += r[a];
            break;
        case 2460:
            r[a] += r[b] + 21719u;
            break;
        case 2461:
            x = x * 110629u + k;
            break;
        case 2462:
            y ^= x >> 14;
            flag = y < 766377984u;
            break;
        case 2463:
            r[a] = memory[(r[b] + 2463) & 4095];
            break;
        case 2464:
            memory[(x + k + 2464) & 4095] = (u8)(r[a] + y);
            break;
        case 2465:
            if (flag)
                at += 2 + 2;
            break;
        case 2466:
            acc = acc * 4935 + (x ^ r[b]);
            break;
        case 2467:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 2468:
            flag = (r[a] & 56791u) > (r[b] & 56791u);
            break;
        case 2469:
            x = flag ? r[b] : x - 61990u;
            break;
        case 2470:
            acc += (u64)r[a] * 30064u;
            y += (u32)(acc >> 32);
            break;
        case 2471:
            r[b] -= x & 63659u;
            y += r[a];
            break;
        case 2472:
            r[a] += r[b] + 31733u;
            break;
        case 2473:
            x = x * 130657u + k;
            break;
        case 2474:
            y ^= x >> 26;
            flag = y < 1094516736u;
            break;
        case 2475:
            r[a] = memory[(r[b] + 2475) & 4095];
            break;
        case 2476:
            memory[(x + k + 2476) & 4095] = (u8)(r[a] + y);
            break;
        case 2477:
            if (flag)
                at += 2 + 2;
            break;
        case 2478:
            acc = acc * 4959 + (x ^ r[b]);
            break;
        case 2479:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 2480:
            flag = (r[a] & 76819u) > (r[b] & 76819u);
            break;
        case 2481:
            x = flag ? r[b] : x - 6483u;
            break;
        case 2482:
            acc += (u64)r[a] * 40078u;
            y += (u32)(acc >> 32);
            break;
        case 2483:
            r[b] -= x & 8152u;
            y += r[a];
            break;
        case 2484:
            r[a] += r[b] + 41747u;
            break;
        case 2485:
            x = x * 19643u + k;
            break;
        case 2486:
            y ^= x >> 7;
            flag = y < 1422655488u;
            break;
        case 2487:
            r[a] = memory[(r[b] + 2487) & 4095];
            break;
        case 2488:
            memory[(x + k + 2488) & 4095] = (u8)(r[a] + y);
            break;
        case 2489:
            if (flag)
                at += 2 + 2;
            break;
        case 2490:
            acc = acc * 4983 + (x ^ r[b]);
            break;
        case 2491:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 2492:
            flag = (r[a] & 96847u) > (r[b] & 96847u);
            break;
        case 2493:
            x = flag ? r[b] : x - 16497u;
            break;
        case 2494:
            acc += (u64)r[a] * 50092u;
            y += (u32)(acc >> 32);
            break;
        case 2495:
            r[b] -= x & 18166u;
            y += r[a];
            break;
        case 2496:
            r[a] += r[b] + 51761u;
            break;
        case 2497:
            x = x * 39671u + k;
            break;
        case 2498:
            y ^= x >> 19;
            flag = y < 1750794240u;
            break;
        case 2499:
            r[a] = memory[(r[b] + 2499) & 4095];
            break;
        default:
            at = program - 1;
            break;
        }
        at++;
    }
    for (u32 i = 0; i < COUNT(r); i++)
        acc = mix(acc, r[i]);
    return mix(acc, (u64)x << 32 | y);
}

EXPORT i64 run(i32 n)
{
    u32 random = 300;
    for (u32 i = 0; i < COUNT(r); i++)
        r[i] = i * 77;
    for (u32 i = 0; i < sizeof memory; i++)
        memory[i] = (u8)i;
    for (u32 i = 0; i < Length; i++) {
        u32 x = next(&random);
        program[i] = (Instruction){ (u16)((x >> 8) % Cases), (u8)x, (u8)(x >> 4), next(&random) };
    }
    for (u32 i = Length; i < COUNT(program); i++)
        program[i].opcode = 0xffff;
    return (i64)interpret(n);
}
